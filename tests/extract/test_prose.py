"""Running prose: press notices, reports of visits and meetings, letters, newsletters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.extract.conftest import document_of

from kg import source
from kg.extract import extract
from kg.model import Factuality, Qualifier, Record, Role, Severity

Read = Callable[[str], Record]

NOTICE = """Pressemitteilung Nr. 12/2024

Kehl, 14. Mai 2024

Neue Brücke über den Fluss

Am vergangenen Samstag haben Oberbürgermeister Wolfram Huber und Jeanne Muller die Brücke eingeweiht. Rund 300 \
Bürgerinnen und Bürger kamen zur Einweihungsfeier. Der französische Generalkonsul in Stuttgart überbrachte Grüße.

Organisiert wurde das Fest vom Institut für Brückenbau mit der Stadt Kehl. Die Moderation hatte Thomas Klein.
"""

VISIT = """Three days in the valley

From 5 to 7 May 2025 a delegation of 14 from the Moor Council travelled to Aosta. It was led by Anna Weber.

On Monday there was a reception at the Town Hall. Paul Roux, mayor of Aosta, welcomed the group.

The second day began with a workshop on "Water and work". Jane Hill moderated; Luc Petit spoke.
"""

LETTER = """Ralingen, den 24. März 2025

An alle Haushalte

Einladung zum Bürgerdialog "Wohin mit dem Bus?"
Mittwoch, 14. Mai 2025, 19.00 Uhr
Bürgerhaus, Ralingen

Sehr geehrte Damen und Herren,

der Verein Sauertal lädt Sie zu einem Gespräch ein. Um 20 Uhr beginnt die Diskussion mit Anna Weber.

Mit freundlichen Grüßen

Jane Hill
"""


def parts(record: Record) -> set[tuple[str | None, str, Role]]:
    return {(p.agent, p.event, p.role) for p in record.participations}


def test_report_tells_its_day_by_the_weekday(read: Read) -> None:
    record = read(NOTICE)
    (event,) = record.events
    assert (event.title, event.start) == ("Einweihungsfeier", "2024-05-11")
    assert event.attendance is not None
    assert (event.attendance.value, event.attendance.qualifier) == (300, Qualifier.ABOUT)
    assert {
        ("Jeanne Muller", "e0", Role.ATTENDEE),
        ("Institut für Brückenbau", "e0", Role.ORGANIZER),
        ("Thomas Klein", "e0", Role.MODERATOR),
        (None, "e0", Role.SPEAKER),
    } <= parts(record)


def test_journey_is_told_day_by_day(read: Read) -> None:
    main, reception, workshop = read(VISIT).events
    assert (main.title, main.start, main.end) == ("Three days in the valley", "2025-05-05", "2025-05-07")
    assert main.attendance is not None
    assert main.attendance.value == 14
    assert (reception.title, reception.start, reception.part_of) == ("reception at the Town Hall", "2025-05-05", "e0")
    assert (workshop.title, workshop.start, workshop.part_of) == (
        'workshop on "Water and work"',
        "2025-05-06",
        "e0",
    )


def test_people_of_a_journey_are_of_the_part_that_tells_of_them(read: Read) -> None:
    assert {
        ("Anna Weber", "e0", Role.ATTENDEE),
        ("Paul Roux", "e1", Role.SPEAKER),
        ("Jane Hill", "e2", Role.MODERATOR),
        ("Luc Petit", "e2", Role.SPEAKER),
    } <= parts(read(VISIT))


def test_letter_invites_to_a_day_and_was_written_on_another(read: Read) -> None:
    record = read(LETTER)
    main, talk = record.events
    assert (main.title, main.start) == ('Bürgerdialog "Wohin mit dem Bus?"', "2025-05-14T19:00")
    assert (talk.title, talk.start, talk.part_of) == ("Diskussion", "2025-05-14T20:00", "e0")
    assert "Jane Hill" not in {p.agent for p in record.participations}


@pytest.mark.parametrize(
    ("text", "agent", "role"),
    [
        ("Anna Weber dankte ihrem Vorgänger Luc Petit.", "Luc Petit", None),
        ("Anna Weber begrüßte Luc Petit.", "Luc Petit", Role.ATTENDEE),
        ("Accueillis par le maire, Luc Petit, les invités ont débattu.", "Luc Petit", Role.HOST),
        ("Anna Weber opened the day, and Luc Petit, mayor of Toul, moderated.", "Luc Petit", Role.MODERATOR),
        ("„Das Wasser kennt keine Grenze“, so Bürgermeister Luc Petit.", "Luc Petit", Role.SPEAKER),
        ("Sont ensuite intervenus Anna Weber et Luc Petit.", "Luc Petit", Role.SPEAKER),
        ("There was a farewell reception for Luc Petit.", "Luc Petit", Role.ATTENDEE),
        ("Viele Gäste kamen. Foto: Luc Petit", "Luc Petit", None),
    ],
)
def test_subject_and_object(read: Read, text: str, agent: str, role: Role | None) -> None:
    record = read(f"Konferenz der Flüsse\n3. Mai 2019, Trier\n\n{text}")
    assert {p.role for p in record.participations if p.agent == agent} == ({role} if role is not None else set())


@pytest.mark.parametrize(
    ("text", "agent", "role"),
    [
        ("Gastgeber war das Institut für Brückenbau.", "Institut für Brückenbau", Role.HOST),
        ("Partner des Abends ist das Institut für Brückenbau.", "Institut für Brückenbau", Role.PARTNER),
        ("La rencontre est organisée à l’initiative de l’Institut des Eaux.", "Institut des Eaux", Role.ORGANIZER),
        ("It was supported by the Moor Council.", "Moor Council", Role.PARTNER),
        ("They were received by Luc Petit, president of the Moor Council.", "Moor Council", None),
    ],
)
def test_bodies_behind_a_meeting(read: Read, text: str, agent: str, role: Role | None) -> None:
    record = read(f"Konferenz der Flüsse\n3. Mai 2019, Trier\n\n{text}")
    assert {p.role for p in record.participations if p.agent == agent} == ({role} if role is not None else set())


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("Some 240 doctors came to the meeting.", 240, Qualifier.ABOUT),
        ("Eine elfköpfige Delegation war dabei.", 11, Qualifier.EXACT),
        ("Une soixantaine de personnes sont venues écouter.", 60, Qualifier.ABOUT),
        ("Ils étaient 42 à la réunion.", 42, Qualifier.EXACT),
        ("34 der 36 Delegierten nahmen teil.", 34, Qualifier.EXACT),
    ],
)
def test_heads(read: Read, text: str, value: int, qualifier: Qualifier) -> None:
    counted = read(f"Konferenz der Flüsse\n3. Mai 2019, Trier\n\n{text}").events[0].attendance
    assert counted is not None
    assert (counted.value, counted.qualifier) == (value, qualifier)


def test_people_at_another_meeting_are_not_counted(read: Read) -> None:
    text = "Konferenz der Flüsse\n3. Mai 2019, Trier\n\nBeim letzten Treffen am 4. April 2019 kamen gut 80 Menschen."
    assert read(text).events[0].attendance is None


def test_office_in_the_plural_has_a_holder_in_each_place(read: Read) -> None:
    record = read("Conference of rivers\n3 May 2019, Metz\n\nThe mayors of Metz and Trier were present.")
    unnamed = {(p.position, p.organization) for p in record.participations if p.agent is None}
    assert unnamed == {("mayor", "Metz"), ("mayor", "Trier")}


def test_those_under_a_heading_of_apologies_were_not_there(read: Read) -> None:
    record = read("Minutes\n\nBoard meeting\n3 May 2019\n\nPresent\nAnna Weber\n\nApologies\nLuc Petit\n")
    said = {p.agent: record.factuality_at(p.evidence) for p in record.participations}
    assert said["Anna Weber"] is Factuality.REPORTED
    assert said.get("Luc Petit", Factuality.EXCUSED) is Factuality.EXCUSED


def test_evidence_is_the_line_that_states_the_part(read: Read) -> None:
    record = read("Colloque de Metz\n3 mai 2019\n\n9h00 Débat avec Luc Petit, maire de Toul\n")
    (part,) = record.participations
    assert [record.document.text[span.start : span.end] for span in part.evidence] == [
        "9h00 Débat avec Luc Petit, maire de Toul"
    ]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Der Fluss ist lang. Er ist auch tief.", Severity.WARNING),
        ("Moor Agency\n\nChair: Anna Weber\nTreasurer: Luc Petit", Severity.NOTE),
    ],
)
def test_page_without_an_event_says_so(text: str, severity: Severity) -> None:
    _, issues = extract(document_of(text))
    assert [i.severity for i in issues if i.message == "no event found on this page"] == [severity]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Einladung\n\nKonferenz\n3. Mai 2019\n\nDer Verein hat geladen, er war fleißig.", Factuality.ANNOUNCED),
        (
            "Konferenz\n3. Mai 2019\n\nEingeladen hatte der Verein. Alle kamen. Es wurde viel gelacht.",
            Factuality.REPORTED,
        ),
    ],
)
def test_announced_or_reported(read: Read, text: str, said: Factuality) -> None:
    assert read(text).factuality is said


def test_newsletter_reports_and_announces(read: Read) -> None:
    record = read(
        "River news\n\nA MEETING OF RIVERS\n\nOn Wednesday, 18 June 2025 the Forum of Rivers took place in Metz. "
        "Anna Weber opened it.\n\nLuc Petit said that water is life. It was a long day.\n\n"
        "Many guests came from afar. They were glad.\n\nCOMING UP\n\n"
        "Tuesday, 9 September 2025, 10:00\nWorkshop: The new bridge\nVenue: Town Hall, Trier\n"
    )
    days = {e.title: e.start for e in record.events}
    assert days["Workshop: The new bridge"] == "2025-09-09T10:00"
    forum = next(e for e in record.events if e.start == "2025-06-18")
    assert {("Anna Weber", forum.id, Role.SPEAKER), ("Luc Petit", forum.id, Role.SPEAKER)} <= parts(record)


def test_signing_is_called_by_what_was_signed(read: Read) -> None:
    record = read(
        "Two days in the hills\n\nFrom 5 to 6 May 2025 a group from the Moor Council travelled to Aosta.\n\n"
        "On Tuesday there was a signing ceremony: Anna Weber and Luc Petit signed the Charter of Rivers.\n"
    )
    ceremony = next(e for e in record.events if e.part_of is not None)
    assert ceremony.title == "signing ceremony Charter of Rivers"
    assert {("Anna Weber", ceremony.id, Role.ATTENDEE), ("Luc Petit", ceremony.id, Role.ATTENDEE)} <= parts(record)


def test_day_before_is_an_event_of_its_own(read: Read) -> None:
    record = read(
        "Forum of Rivers\n9 May 2025, Metz\n\nAnna Weber opened the forum.\n\n"
        "On 8 May 2025 an excursion led to the valley. Some 30 people took part.\n"
    )
    assert [(e.title, e.start) for e in record.events] == [
        ("Forum of Rivers", "2025-05-09"),
        ("excursion", "2025-05-08"),
    ]


def test_headline_that_says_the_event_again_takes_no_word_of_its_name(markdown: Read) -> None:
    (event,) = markdown(
        "# Third Harbour Forum: what ports can learn\n\nSome forty people attended the third Harbour Forum on "
        "5 May 2023 in Cork. They spoke about ferries and about the tides of the bay.\n"
    ).events
    assert (event.title, event.start) == ("Third Harbour Forum", "2023-05-05")


def test_the_prize_given_the_evening_before_is_an_event_of_its_own(read: Read) -> None:
    record = read(
        "Trier, 15. Oktober 2024\n\nWechsel an der Spitze der Moor-Konferenz\n\n"
        "Bei der 12. Jahreskonferenz der Moor-Konferenz, die gestern, Montag, in Trier stattfand, sprach Karl Blum.\n\n"
        "Bereits am Sonntagabend war in der Burg der Moor-Umweltpreis verliehen worden. "
        "Durch den Abend führte Anna Lehr.\n"
    )
    main, prize = record.events
    assert (main.title, main.start) == ("12. Jahreskonferenz der Moor-Konferenz", "2024-10-14")
    assert (prize.title, prize.start) == ("Moor-Umweltpreis", "2024-10-13")
    assert ("Anna Lehr", prize.id, Role.MODERATOR) in {(p.agent, p.event, p.role) for p in record.participations}


def test_a_group_that_came_is_an_event_called_by_the_headline(read: Read) -> None:
    record = read(
        "Medieninformation 31/2025 · Trier, 19.09.2025\n\nArbeitsbesuch der Moor-Konferenz in Trier\n\n"
        "Mit dieser Frage kam am Donnerstag, dem 18. September 2025, eine Delegation aus Aosta nach Trier. Anna Weber "
        "hieß die Gäste in ihrer Stadt willkommen.\n\n"
        "Sie lud die Gastgeber für Mittwoch, den 22. April 2026, zum Gegenbesuch nach Aosta ein.\n"
    )
    assert (record.events[0].title, record.events[0].start) == (
        "Arbeitsbesuch der Moor-Konferenz in Trier",
        "2025-09-18",
    )
    assert ("Anna Weber", "e0") in {(p.agent, p.event) for p in record.participations}


def test_who_spoke_is_listed_in_a_sentence(read: Read) -> None:
    record = read(
        "The conference took place in Derry on 5 May 2023. Among the other speakers were Anna Weber, Jane Hill of the "
        "Moor Network and Paul Roux. Also in attendance were Mary Stone and Luc Petit. The Moor Trust provided funding."
    )
    assert {(p.agent, p.role) for p in record.participations} == {
        ("Anna Weber", Role.SPEAKER),
        ("Jane Hill", Role.SPEAKER),
        ("Paul Roux", Role.SPEAKER),
        ("Mary Stone", Role.ATTENDEE),
        ("Luc Petit", Role.ATTENDEE),
        ("Moor Trust", Role.PARTNER),
    }


def test_conference_of_two_days_has_its_speakers_once(read: Read) -> None:
    record = read(
        "The harbour conference took place in Derry on 5 and 6 May 2023. Anna Weber spoke of ferries. Anna Weber and "
        "Jane Hill were present."
    )
    assert parts(record) == {("Anna Weber", "e0", Role.SPEAKER), ("Jane Hill", "e0", Role.ATTENDEE)}


def test_title_of_a_part_stands_between_commas(read: Read) -> None:
    record = read(
        "The fourth Harbour Forum took place in Derry on 5 May 2023. The opening panel, Learning next door, "
        "began at 10.30 in Derry. Anna Weber spoke. Later came a workshop, Timetables for all, led by Jane Hill."
    )
    assert [(e.title, e.start) for e in record.events] == [
        ("fourth Harbour Forum", "2023-05-05"),
        ("Learning next door", "2023-05-05T10:30"),
        ("Timetables for all", "2023-05-05"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "At the forum, Two people of Sligo, it is said, spoke.",
        "The nurseries share a speech therapist.",
        "In the workshop, Minister of State Anna Weber, who is new, spoke.",
    ],
)
def test_what_is_no_part(read: Read, told: str) -> None:
    record = read(f"The fourth Harbour Forum took place in Derry on 5 May 2023. {told}")
    assert [e.title for e in record.events] == ["fourth Harbour Forum"]


def test_what_somebody_does_for_years_is_no_role(read: Read) -> None:
    record = read(
        "The harbour conference took place in Derry on 5 May 2023. Anna Weber welcomed Jane Hill, who has chaired the "
        "Moor Network since 2021. Leading the delegation was Paul Roux."
    )
    assert parts(record) == {
        ("Anna Weber", "e0", Role.SPEAKER),
        ("Jane Hill", "e0", Role.ATTENDEE),
        ("Paul Roux", "e0", Role.ATTENDEE),
    }


@pytest.mark.parametrize(
    ("verb", "role"),
    [("ouvre la séance", Role.SPEAKER), ("préside la réunion", Role.MODERATOR), ("lève la séance", Role.SPEAKER)],
)
def test_minutes_in_the_present_tense(read: Read, verb: str, role: Role) -> None:
    record = read(f"Réunion du 3 mai 2023 à Metz\n\nAnna Weber, maire de Metz, {verb}.")
    assert [(p.agent, p.role) for p in record.participations] == [("Anna Weber", role)]


def test_town_day_and_full_stop_date_the_report(read: Read) -> None:
    record = read(
        "Delegation zu Gast im Landtag\n\nTrier, 5. Juni 2024. "
        "Eine Delegation aus Aosta hat am Dienstag den Landtag besucht. Anna Weber sprach über den Torf.\n\n"
        "Für das kommende Jahr ist ein Gegenbesuch in Aosta geplant.\n"
    )
    assert [(e.title, e.start) for e in record.events] == [("Delegation zu Gast im Landtag", "2024-06-04")]


def test_clause_behind_a_title_in_quotation_marks_says_who_led(read: Read) -> None:
    record = read(
        "Am 17. und 18. Oktober 2024 traf sich der Moorverein zur Jahrestagung in Trier.\n\n"
        "Im Workshop „Daseinsvorsorge“, den Anna Weber moderierte, ging es um Ärzte.\n"
    )
    assert ("Anna Weber", Role.MODERATOR) in {(p.agent, p.role) for p in record.participations}


SIGNED = """# Soins : un accord-cadre signé à Toul

Se soigner plus près : c’est l’objet de l’accord-cadre, signé le vendredi 21 mars 2025 à Toul, au Théâtre Municipal.

Ouvrant la séance, la maire de Toul, Nora Blanc, a rappelé l’enjeu. Un message vidéo de Luc Petit a été diffusé.

## Les signataires

### Pour la France

Agence de la Meuse : Paul Noir, directeur

### Pour la Suisse

Canton de Vaud : Anne Weber
"""


def test_signing_told_by_headline_and_first_sentence(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(SIGNED, encoding="utf-8")
    record = extract(source.read(path))[0]
    assert [(e.title, e.start) for e in record.events] == [("Soins : un accord-cadre signé à Toul", "2025-03-21")]
    assert {(p.agent, p.role) for p in record.participations} == {
        ("Nora Blanc", Role.SPEAKER),
        ("Luc Petit", Role.SPEAKER),
        ("Paul Noir", Role.ATTENDEE),
        ("Anne Weber", Role.ATTENDEE),
    }


DEBATES = """Le colloque de Toul

Le colloque transfrontalier de l’eau s’est tenu le 5 mars 2026 à Toul devant un public nombreux.

La première table ronde, « L’eau, deux droits », était conduite par Nora Blanc, rédactrice en chef du Messager. Autour \
d’elle : Luc Petit, avocat ; Anne Weber, directrice du CFA de Virton.

La seconde table ronde était animée par Paul Noir, journaliste.

En soirée, une table ronde intitulée « L’or de l’eau » a réuni :

- Jeanne Roux, maire de Liverdun
"""


def test_debates_led_in_prose(read: Read) -> None:
    record = read(DEBATES)
    titles = {e.id: e.title for e in record.events}
    got = {(p.agent, p.role, titles[p.event]) for p in record.participations}
    first = "première table ronde, « L’eau, deux droits »"
    assert got == {
        ("Nora Blanc", Role.MODERATOR, first),
        ("Luc Petit", Role.SPEAKER, first),
        ("Anne Weber", Role.SPEAKER, first),
        ("Paul Noir", Role.MODERATOR, "seconde table ronde"),
        ("Jeanne Roux", Role.SPEAKER, "L’or de l’eau"),
    }


def test_those_named_at_a_signing_sign(read: Read) -> None:
    text = "Forum de Toul\n5 mars 2026\n\n10h00 Signature de la Charte\nLuc Petit, maire de Toul\n\n11h00 Débat\n"
    record = read(text)
    assert [(p.agent, p.role) for p in record.participations] == [("Luc Petit", Role.ATTENDEE)]
