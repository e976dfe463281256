"""The parts of a report that stand under headings of their own, and what opens, ends or follows in its sentences."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]

HEADED = """# Le fleuve pour voisin

Les Rencontres du fleuve ont eu lieu le mardi 4 juin 2024 à Thionville.

## Deux tables rondes

### « Naviguer sans écluse »

Animation : Paul Henry, journaliste

- **Anne Keller**, maire de Cattenom
- **Luc Weber**, batelier

### « Boire la même eau »

Animation : Marie Thill, chercheuse

## Le bureau de l’association

- Jean Muller, président
"""


def test_headings_over_speakers_are_parts_of_the_event(markdown: Read) -> None:
    record = markdown(HEADED)
    assert [(e.title, e.part_of) for e in record.events] == [
        ("Rencontres du fleuve", None),
        ("Naviguer sans écluse", "e0"),
        ("Boire la même eau", "e0"),
    ]
    assert [(p.agent, p.event, p.role) for p in record.participations if p.event != "e0"] == [
        ("Paul Henry", "e1", Role.MODERATOR),
        ("Anne Keller", "e1", Role.SPEAKER),
        ("Luc Weber", "e1", Role.SPEAKER),
        ("Marie Thill", "e2", Role.MODERATOR),
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Der Rat der Flussgemeinden tagte am 4. Juni 2024 in Kehl. Zum Abschluss gab es einen Empfang im Rathaus.",
            "Empfang im Rathaus",
        ),
        ("Le conseil s’est réuni le 4 juin 2024 à Kehl. Un cocktail a clos la rencontre à partir de 18 h.", "cocktail"),
        ("The council met in Kehl on 4 June 2024. The day ended with a reception at the Town Hall.", "reception"),
    ],
)
def test_what_ends_the_day_is_a_part_of_it(read: Read, text: str, part: str) -> None:
    inner = [e.title for e in read(f"Ein Wort vom Fluss\n\n{text}").events if e.part_of is not None]
    assert len(inner) == 1
    assert inner[0].startswith(part)


def test_who_opens_the_event_opens_no_part_of_it(read: Read) -> None:
    record = read(
        "Inauguration\n\nL’inauguration du pont a eu lieu le 4 juin 2024 à Kehl. À 10 h, Anne Keller, maire de "
        "Kehl, a ouvert la cérémonie."
    )
    assert [e.part_of for e in record.events] == [None]


def test_the_next_meeting_does_not_take_the_report_apart(markdown: Read) -> None:
    record = markdown(
        "Metz, le 10 juin 2024\n\n# Un pont de plus\n\nL’inauguration du pont a eu lieu le 4 juin 2024 à Metz.\n\n"
        "## Les discours\n\nAnne Keller, maire de Metz, a pris la parole.\n\n## En bref\n\n"
        "Le comité de suivi siégera le 9 septembre 2024 à Trèves.\n"
    )
    assert [(e.start, e.place) for e in record.events] == [("2024-06-04", "Metz"), ("2024-09-09", "Trèves")]
    assert [(p.agent, p.event, p.role) for p in record.participations] == [("Anne Keller", "e0", Role.SPEAKER)]
