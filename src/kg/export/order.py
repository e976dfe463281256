"""The order in which the things of a graph are written: by kind, an event before its sessions."""

import re
from collections.abc import Iterator
from typing import Final

from kg.export.statements import Subjects, iri, value
from kg.vocab import terms as t
from kg.vocab.namespaces import GRAPH

KINDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Events and their sessions", (t.EVENT, t.SESSION)),
    ("Participations: who took part in what, and as what", (t.PARTICIPATION,)),
    ("Headcounts", (t.HEADCOUNT,)),
    ("Tenures: who held which post", (t.TENURE,)),
    ("Posts", (t.ORG_POST,)),
    ("People", (t.PERSON,)),
    ("Organisations", (t.ORGANISATION, t.GROUP)),
    ("Territories", (t.TERRITORY, t.CROSS_BORDER_AREA)),
    ("Venues, series, projects and legal instruments", (t.VENUE, t.SERIES, t.PROJECT, t.LEGAL_INSTRUMENT)),
    ("Documents and their texts", (t.DOCUMENT, t.TEXT_VERSION)),
    ("Evidence: the words that state it", (t.EVIDENCE, t.TEXT_POSITION_SELECTOR, t.TEXT_QUOTE_SELECTOR)),
    ("Concepts", (t.CONCEPT, t.CONCEPT.replace("Concept", "ConceptScheme"))),
)
GRAPHS: Final = "Where each graph comes from"
REST: Final = "Other things"

_TYPE: Final = iri(t.TYPE)
_PART_OF: Final = iri(t.PART_OF)
_RANK: Final = {iri(kind): rank for rank, (_, kinds) in enumerate(KINDS) for kind in kinds}
_SMALL: Final = re.compile(r"[0-9]{1,9}")
_EVENTS: Final = _RANK[iri(t.EVENT)]

Place = tuple[int, tuple[tuple[int, str, str], ...], str]


def ordered(subjects: Subjects) -> Iterator[tuple[str, list[str]]]:
    """The headings that have something under them, each with its subjects in order."""
    headings: dict[int, list[tuple[Place, str]]] = {}
    for subject in subjects:
        place = _place(subjects, subject)
        headings.setdefault(place[0], []).append((place, subject))
    for rank in sorted(headings):
        yield _heading(rank), [subject for _, subject in sorted(headings[rank])]


def _heading(rank: int) -> str:
    return [*(title for title, _ in KINDS), GRAPHS, REST][rank]


def _place(subjects: Subjects, subject: str) -> Place:
    ranks = [_RANK[kind] for kind in subjects[subject].get(_TYPE, ()) if kind in _RANK]
    if ranks and min(ranks) == _EVENTS:
        return _EVENTS, _way_down(subjects, subject), subject
    about_graph = value(subject).startswith(GRAPH)
    return (min(ranks) if ranks else len(KINDS) + (not about_graph)), (), subject


def _way_down(subjects: Subjects, event: str) -> tuple[tuple[int, str, str], ...]:
    """From the event at the top down to this one, what each is ordered by: its position, its date, its IRI."""
    way: list[tuple[int, str, str]] = []
    seen: set[str] = set()
    here: str | None = event
    while here is not None and here in subjects and here not in seen:
        seen.add(here)
        facts = subjects[here]
        way.append((_position(facts), _first(facts, t.START_DATE), here))
        here = min(facts.get(_PART_OF, ()), default=None)
    return tuple(reversed(way))


def _position(facts: dict[str, list[str]]) -> int:
    """The place of a session in its programme; 0 where it has none."""
    numbers = (value(term) for term in facts.get(iri(t.POSITION), ()))
    return min((int(one) for one in numbers if _SMALL.fullmatch(one)), default=0)


def _first(facts: dict[str, list[str]], predicate: str) -> str:
    return min((value(term) for term in facts.get(iri(predicate), ())), default="")
