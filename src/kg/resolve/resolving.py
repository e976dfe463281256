"""The order of the work: decisions, then the authority, then shared names, then near ones, then events, then people."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from kg.model import Authority, Decision, EntityType, Issue, MentionKey, Record, Resolution
from kg.resolve.acronyms import join_acronyms
from kg.resolve.clusters import Clusters
from kg.resolve.contradictions import Node
from kg.resolve.entities import entities_of
from kg.resolve.events import identify
from kg.resolve.links import Links, doubtful, parted
from kg.resolve.located import located
from kg.resolve.match.forms import Reader
from kg.resolve.mentions import Named, key_of, named_in, of_type
from kg.resolve.names import compared
from kg.resolve.nearly import Nearly
from kg.resolve.pages import Pages
from kg.resolve.people import People
from kg.resolve.person_facts import Facts, full_names
from kg.resolve.questions import Question, issue_of
from kg.resolve.things import join_by_name, join_known
from kg.resolve.towns import with_telling_names

_FIRST = (EntityType.TERRITORY,)
_THEN = (
    EntityType.ORGANIZATION,
    EntityType.VENUE,
    EntityType.SERIES,
    EntityType.PROJECT,
    EntityType.INSTRUMENT,
)
_PLACES = (EntityType.TERRITORY,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """Everything that came out: who is who, what a person should see or answer, and what all of it rests on."""

    resolution: Resolution
    issues: tuple[Issue, ...]
    questions: tuple[Question, ...]
    """The most useful first."""
    mentions: Mapping[MentionKey, Named]
    clusters: Clusters
    links: Links
    reader: Reader
    nearly: Nearly
    people: People


def resolve(
    records: Iterable[Record], authority: Mapping[str, Authority], decisions: Sequence[Decision]
) -> tuple[Resolution, tuple[Issue, ...]]:
    """Say for every mention of all records which thing of the world it is, and for every event which event.

    Args:
        records: in any order; the outcome does not depend on it.
        authority: the known things by id.
        decisions: judgements of people; they win over whatever is computed.

    Raises:
        DecisionError: the decisions contradict each other.
    """
    worked = work(records, authority, decisions)
    return worked.resolution, worked.issues


@contextmanager
def _without_collection() -> Iterator[None]:
    """Leave out the search for cycles, which are few here: with many mentions it takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collection()
def work(records: Iterable[Record], authority: Mapping[str, Authority], decisions: Sequence[Decision]) -> Worked:
    """Resolve, and keep what `kg resolve` asks and explains with."""
    pages = sorted(records, key=lambda record: record.document.id)
    named = named_in(pages)
    nodes: set[Node] = {*(one.key for one in named), *authority}
    on_identity, on_links = parted(decisions)
    usable, issues = located(on_identity, named, nodes)
    clusters = Clusters(nodes, usable)
    reader = Reader(authority)
    issues += _join_things([with_telling_names(one, reader) for one in named], authority, clusters, reader)
    common = Pages(named, {one.key: full_names(one) for one in of_type(named, EntityType.PERSON)}, clusters)
    nearly = Nearly([one for one in named if one.key.type is not EntityType.PERSON], clusters, reader, common)
    questions = list(nearly.join())
    nearly.join_general()
    events = identify(pages, lambda record, place: _place(record, place, clusters))
    facts = Facts(authority, clusters, reader, events)
    people = People(of_type(named, EntityType.PERSON), authority, clusters, facts, common)
    questions += people.join()
    mentions = {one.key: one for one in named}
    entities = entities_of(clusters.things(), mentions, authority)
    links = Links(on_links, named, nodes, clusters)
    accepted = links.of(entities)
    asked = (issue_of(question) for question in questions)
    return Worked(
        resolution=Resolution(entities=entities, events=events, merges=tuple(clusters.merges), links=accepted),
        issues=tuple(sorted({*issues, *links.issues, *doubtful(accepted), *asked})),
        questions=tuple(sorted(questions, key=lambda question: -question.use)),
        mentions=mentions,
        clusters=clusters,
        links=links,
        reader=reader,
        nearly=nearly,
        people=people,
    )


def _join_things(
    named: list[Named], authority: Mapping[str, Authority], clusters: Clusters, reader: Reader
) -> list[Issue]:
    issues: list[Issue] = []
    for types in (_FIRST, _THEN):
        these = of_type(named, *types)
        issues += join_known(these, authority, clusters, reader)
        join_by_name(these, authority, clusters, reader)
        issues += join_acronyms(these, clusters, reader)
    return issues


def _place(record: Record, place: str | None, clusters: Clusters) -> str | None:
    if place is None:
        return None
    mention = key_of(record, place, _PLACES)
    entry = None if mention is None else clusters.entry(mention)
    return compared(place) if entry is None else entry
