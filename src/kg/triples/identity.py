"""Why mentions are one thing, in the graph: the mentions, and each match with its score or the judgement."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Mention, MentionKey, Merge, Record
from kg.text.normal import key
from kg.triples.rdf import day, node, plain, share, thing, words
from kg.triples.world import World
from kg.vocab.namespaces import GRAPH
from kg.vocab.terms import (
    AS_STATED,
    CREATOR,
    DATE,
    DESCRIPTION,
    EVIDENCE_OF,
    HAS_BODY,
    JOINS,
    MATCH,
    MENTION,
    SCORE,
    TYPE,
    WAS_DERIVED_FROM,
)

Statement = tuple[NamedNode, str, NamedNode | Literal]
_LANGUAGE = "en"
"""The language in which findings are worded."""


def write_identity(records: Iterable[Record], world: World) -> Iterator[Quad]:
    """Every match, and every mention that a match is about, in the meta graph."""
    graph = node(GRAPH + "meta")
    mentioned = {side for merge in world.merges for side in (merge.left, merge.right) if isinstance(side, MentionKey)}
    for record in records:
        for mention in record.mentions:
            named = MentionKey(record.document.id, mention.type, mention.name)
            if named in mentioned:
                for subject, predicate, value in _mention(named, mention, record, world):
                    yield Quad(subject, node(predicate), value, graph)
    for merge in world.merges:
        for subject, predicate, value in _match(merge):
            yield Quad(subject, node(predicate), value, graph)


def _mention(named: MentionKey, mention: Mention, record: Record, world: World) -> Iterator[Statement]:
    subject = _side(named)
    yield subject, TYPE, node(MENTION)
    yield subject, AS_STATED, words(mention.name, record.document.language)
    yield subject, HAS_BODY, thing(world.entities[named].id)
    yield subject, WAS_DERIVED_FROM, thing(f"text-{record.document.sha256[:16]}")
    for span in mention.evidence:
        yield subject, EVIDENCE_OF, thing(f"evidence-{key(record.document.sha256, str(span.start), str(span.end))}")


def _match(merge: Merge) -> Iterator[Statement]:
    """One match. It is named by its sides, so that two judgements on the same two share a node."""
    subject = thing(f"match-{key(*sorted(str(_side(side).value) for side in (merge.left, merge.right)))}")
    yield subject, TYPE, node(MATCH)
    for side in (merge.left, merge.right):
        yield subject, JOINS, _side(side)
    for reason in merge.reasons:
        yield subject, DESCRIPTION, words(reason, _LANGUAGE)
    if merge.decision is None:
        yield subject, SCORE, share(merge.score)
    else:
        yield subject, CREATOR, plain(merge.decision.by)
        on = day(merge.decision.on)
        if on is not None:
            yield subject, DATE, on


def _side(side: MentionKey | str) -> NamedNode:
    if isinstance(side, str):
        return thing(side)
    return thing(f"mention-{key(side.document, side.type.value, side.name)}")
