"""Offices set down without commas, cut short, or side by side."""

from collections.abc import Callable

import pytest

from kg.model import Record

HEAD = "Forum of Border Rivers\n12 May 2023, Kehl\n\n09:00 Welcome\n"


def held(record: Record) -> set[tuple[str, str, str | None]]:
    return {(p.person, p.position, p.organization) for p in record.positions}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("• Tom Byrne President of the River Council", ("Tom Byrne", "President", "River Council")),
        ("• Ann Hill State Secretary, Ministry of Justice", ("Ann Hill", "State Secretary", "Ministry of Justice")),
        (
            "Moderator: Tom Byrne secretary general of the River Council",
            ("Tom Byrne", "secretary general", "River Council"),
        ),
        ("Anna Blum\nLeiterin der Abteilung Wasser\n", ("Anna Blum", "Leiterin", "Abteilung Wasser")),
        ("Stv. Landtagspräsidentin Anna Weber", ("Anna Weber", "Stv. Landtagspräsidentin", None)),
        (
            "Anna Blum, Stellv. Abteilungsleiterin, Europäische Kommission",
            ("Anna Blum", "Stellv. Abteilungsleiterin", "Europäische Kommission"),
        ),
        ("Anna Blum, Vors. der Geschäftsführung der IHK Kehl", ("Anna Blum", "Vors. der Geschäftsführung", "IHK Kehl")),
    ],
)
def test_an_office_without_commas_or_letters(
    read: Callable[[str], Record], lines: str, told: tuple[str, str, str | None]
) -> None:
    assert told in held(read(HEAD + lines))


def test_the_office_between_two_names_is_of_the_first(read: Callable[[str], Record]) -> None:
    record = read(
        "Forum der Flüsse\n12. Mai 2023, Kehl\n\nEs sprachen Anna Blum, Direktorin der IHK Kehl, Karl Moser, Landrat "
        "des Kreises Soest, und Paul Kern, Bürgermeister von Kehl."
    )
    assert ("Anna Blum", "Direktorin", "IHK Kehl") in held(record)
    assert ("Karl Moser", "Direktorin", "IHK Kehl") not in held(record)


def test_a_german_choice_is_of_its_subject(read: Callable[[str], Record]) -> None:
    record = read(
        "Wahl im Flussverband\n\nGilbert Kern, Bürgermeister von Kehl, wurde am 24. November 2020 in der Stadthalle "
        "durch die Versammlung des Flussverbands einstimmig zum Präsidenten gewählt."
    )
    assert "Gilbert Kern" in {p.person for p in record.positions if p.position.startswith("Präsident")}


@pytest.mark.parametrize("bracket", ["tbc", "angefragt", "à confirmer"])
def test_a_bracket_that_says_who_comes_is_no_institution(read: Callable[[str], Record], bracket: str) -> None:
    record = read(f"{HEAD}Anna Blum ({bracket})\nMinisterin für Justiz, Ungarn")
    assert ("Anna Blum", "Ministerin für Justiz", "Ungarn") in held(record)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("10:00 Vortrag „Grenzen im Wandel“ – Anna Blum, Universität Trier", "Vortrag „Grenzen im Wandel“"),
        ("10:00 Conférence « Les eaux du Rhin » par Marie Petit", "Conférence « Les eaux du Rhin »"),
        ("10:00 Gespräch „Wasser am Rhein“ mit LH Karl Moser", "Gespräch „Wasser am Rhein“"),
        ("10:00 Einführung Prof. Dr. Michael Veith", "Einführung"),
    ],
)
def test_a_title_keeps_its_mark_and_loses_its_cue(read: Callable[[str], Record], line: str, title: str) -> None:
    assert title in {e.title for e in read(f"Forum of Border Rivers\n12 May 2023, Kehl\n\n{line}\n").events}
