"""Who leads the parts of an event that a report tells of, and what report and headline say of the event itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import extract
from kg.model import Attendance, Qualifier, Record, Role

Read = Callable[[str], Record]

FORUMS = """Dritte Marchkonferenz in Kehl

Rund 160 Fachleute haben am 14. November 2024 in Kehl über Natur beraten.

Danach ging es in drei Foren weiter. Das Forum „Natur“ leitete Anna Weber, Geschäftsführerin des WWF; Impulse kamen von
Karl Schmitt (BROZ). Im Forum „Mobilität“ stellten Peter Blum und Maria Huber das Ticket vor, durch die Debatte führte
Paul Salzmann. Über Spitäler sprach man im Forum „Alltag“ unter der Leitung von Michaela Klein; dort berichtete auch
Ingrid Noll.
"""
SECTIONS = """<h1>Dritte Marchkonferenz: Wo die Grenze war, fährt jetzt das Rad</h1>
<p>Rund 160 Fachleute haben am 14. November 2024 in Kehl über Natur beraten. Hausherr Karl Schmitt, Bürgermeister von
Kehl, nahm die Gäste in Empfang und erinnerte an die Flut.</p>
<h2>Auen und Alltag</h2><p>Den Hauptvortrag hielt Anna Weber von der Universität Trier.</p>
<h2>Erklärung beschlossen</h2><p>Zum Abschluss betonte Ingrid Noll, wie wichtig die Erklärung sei. Tags darauf, am
15. November, führte eine Exkursion mit 40 Teilnehmenden nach Metz. Die nächste Konferenz richtet 2026 die Stadt Trier
aus.</p>"""


@pytest.fixture
def html(tmp_path: Path) -> Read:
    def read(text: str) -> Record:
        path = tmp_path / "page.html"
        path.write_text(f'<html lang="de"><body><main>{text}</main></body></html>', encoding="utf-8")
        return extract(source.read(path))[0]

    return read


def parts_of(record: Record) -> list[tuple[str | None, str, Role]]:
    titles = {e.id: e.title for e in record.events}
    return [(p.agent, titles[p.event], p.role) for p in record.participations]


def test_forums_of_a_report_and_who_led_them(read: Read) -> None:
    record = read(FORUMS)
    assert record.events[0].attendance == Attendance(value=160, qualifier=Qualifier.ABOUT)
    assert parts_of(record) == [
        ("Anna Weber", "Forum „Natur“", Role.MODERATOR),
        ("Karl Schmitt", "Forum „Natur“", Role.SPEAKER),
        ("Peter Blum", "Forum „Mobilität“", Role.SPEAKER),
        ("Maria Huber", "Forum „Mobilität“", Role.SPEAKER),
        ("Paul Salzmann", "Forum „Mobilität“", Role.MODERATOR),
        ("Michaela Klein", "Forum „Alltag“", Role.MODERATOR),
        ("Ingrid Noll", "Forum „Alltag“", Role.SPEAKER),
    ]


def test_sections_of_a_report_tell_of_its_event(html: Read) -> None:
    record = html(SECTIONS)
    assert [(e.title, e.start) for e in record.events] == [
        ("Dritte Marchkonferenz", "2024-11-14"),
        ("Exkursion", "2024-11-15"),
    ]
    assert record.events[1].attendance == Attendance(value=40, qualifier=Qualifier.EXACT)
    assert parts_of(record) == [
        ("Karl Schmitt", "Dritte Marchkonferenz", Role.SPEAKER),
        ("Anna Weber", "Dritte Marchkonferenz", Role.SPEAKER),
        ("Ingrid Noll", "Dritte Marchkonferenz", Role.SPEAKER),
    ]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Die Wahl leitete Anna Weber.", Role.MODERATOR),
        ("Anna Weber led the workshop on water.", Role.MODERATOR),
        ("Anna Weber a conduit les débats.", Role.MODERATOR),
        ("Anna Weber ließ es sich nicht nehmen, ein Grußwort zu sprechen.", Role.SPEAKER),
    ],
)
def test_a_verb_of_leading_and_what_is_led(read: Read, sentence: str, role: Role) -> None:
    record = read(f"Die Grenzraumkonferenz fand am 3. Mai 2024 in Kehl statt. {sentence}")
    assert [(p.agent, p.role) for p in record.participations] == [("Anna Weber", role)]


def test_a_project_that_somebody_leads_is_no_chair(read: Read) -> None:
    record = read(
        "Die Grenzraumkonferenz fand am 3. Mai 2024 in Kehl statt. Anna Weber leitet das Projektbüro in Trier."
    )
    assert record.participations == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Den Bericht der Arbeitsgruppe Verkehr gab deren Sprecherin Anna Weber.",
        "Anna Weber delivered the keynote.",
        "Anna Weber a livré une synthèse des travaux.",
    ],
)
def test_a_light_verb_and_a_word_for_a_speech(read: Read, sentence: str) -> None:
    record = read(f"Die Grenzraumkonferenz fand am 3. Mai 2024 in Kehl statt. {sentence}")
    assert [(p.agent, p.role) for p in record.participations] == [("Anna Weber", Role.SPEAKER)]


def test_a_debate_that_only_its_title_names(read: Read) -> None:
    text = """Die Grenzraumkonferenz fand am 3. Mai 2024 in Kehl statt. Karl Schmitt begrüßte die Gäste.

Anschließend diskutierten unter dem Titel „Wann fährt der erste Zug?“ Peter Blum und Maria Huber. Das Gespräch
moderierte Anna Weber."""
    assert parts_of(read(text)) == [
        ("Karl Schmitt", "Grenzraumkonferenz", Role.SPEAKER),
        ("Peter Blum", "Wann fährt der erste Zug?", Role.SPEAKER),
        ("Maria Huber", "Wann fährt der erste Zug?", Role.SPEAKER),
        ("Anna Weber", "Wann fährt der erste Zug?", Role.MODERATOR),
    ]


LISTED = """<h2>Forum in Zittau</h2><p>Am 2. Oktober 2024 fand das Kohleforum in Zittau statt. Karl Schmitt sagte Mittel
zu. Es liefen zwei Foren nebeneinander:</p><ul>
<li><b>Forum A: Wasser und Boden.</b> Leitung: Anna Weber. Impulse kamen von Peter Blum (BROZ).</li>
<li><b>Forum B: Arbeit.</b> Leitung: Maria Huber, IHK Dresden. Es sprachen Paul Klein und Ingrid Noll.</li></ul>"""


def test_forums_in_the_items_of_a_list(html: Read) -> None:
    assert parts_of(html(LISTED)) == [
        ("Karl Schmitt", "Forum in Zittau", Role.SPEAKER),
        ("Anna Weber", "Forum A: Wasser und Boden", Role.MODERATOR),
        ("Peter Blum", "Forum A: Wasser und Boden", Role.SPEAKER),
        ("Maria Huber", "Forum B: Arbeit", Role.MODERATOR),
        ("Paul Klein", "Forum B: Arbeit", Role.SPEAKER),
        ("Ingrid Noll", "Forum B: Arbeit", Role.SPEAKER),
    ]


def test_a_diary_without_heads(html: Read) -> None:
    text = """<h1>Brückenbrief</h1><h2>3 · Termine</h2><table>
    <tr><td>Mi, 5. November 2025, 17 Uhr</td><td><b>Sprachencafé</b><br>Görlitz, Rathaus</td></tr>
    <tr><td>Do, 13. November 2025, 10–15 Uhr</td><td><b>Antragswerkstatt</b><br>Zittau. Mit Anna Weber</td></tr>
    <tr><td>Fr, 28. November 2025</td><td><b>Jugendgipfel</b><br>Kehl, Hotel Mercure</td></tr></table>"""
    record = html(text)
    assert [(e.title, e.start, e.place) for e in record.events] == [
        ("Sprachencafé", "2025-11-05T17:00", "Görlitz"),
        ("Antragswerkstatt", "2025-11-13T10:00", "Zittau"),
        ("Jugendgipfel", "2025-11-28", "Kehl"),
    ]
    assert parts_of(record) == [("Anna Weber", "Antragswerkstatt", Role.SPEAKER)]


def test_an_office_before_a_bare_surname(persons: Callable[[str], list[str]]) -> None:
    text = "Josef Winklhofer ist Landrat. Für die Gäste dankte Landrat Winklhofer."
    assert persons(text) == ["Josef Winklhofer", "Josef Winklhofer"]


def test_a_row_or_two_may_run_over_the_width(read: Read) -> None:
    row = "Die Tagung der Grenzregion brachte Menschen aus drei Ländern zusammen, die sich an der Grenze begegnen"
    text = "\n".join([f"{row} und aus allen Teilen der Region kommen, wie"] + [row] * 12)
    end = "\nund am 3. Mai 2024 kam in Kehl die Grenzraumkonferenz zusammen, bei der die Landrätin Anna\nWeber sprach."
    record = read(text + end)
    assert [p.agent for p in record.participations] == ["Anna Weber"]
