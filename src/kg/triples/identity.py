"""Why mentions are one thing, and what other registers call it: each match with its score or the judgement."""

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Decision, Link, Mention, MentionKey, Merge, Record
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
    EXACT_MATCH,
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
    """Every match, and every mention that a match is about, in the meta graph; accepted links in the curated one."""
    meta = node(GRAPH + "meta")
    for subject, predicate, value in chain(_mentions(records, world), _matches(world)):
        yield Quad(subject, node(predicate), value, meta)
    for link in world.links:
        yield Quad(thing(link.thing), node(EXACT_MATCH), node(link.iri), node(GRAPH + "curated"))


def _mentions(records: Iterable[Record], world: World) -> Iterator[Statement]:
    sides = {side for merge in world.merges for side in (merge.left, merge.right)}
    sides |= {link.side for link in world.links}
    for record in records:
        for mention in record.mentions:
            named = MentionKey(record.document.id, mention.type, mention.name)
            if named in sides:
                yield from _mention(named, mention, record, world)


def _matches(world: World) -> Iterator[Statement]:
    for merge in world.merges:
        yield from _match(merge)
    for link in world.links:
        yield from _link(link)


def _mention(named: MentionKey, mention: Mention, record: Record, world: World) -> Iterator[Statement]:
    subject = _side(named)
    yield subject, TYPE, node(MENTION)
    yield subject, AS_STATED, words(mention.name, record.document.language)
    yield subject, HAS_BODY, thing(world.entities[named].id)
    yield subject, WAS_DERIVED_FROM, thing(f"text-{record.document.sha256[:16]}")
    for span in mention.evidence:
        yield subject, EVIDENCE_OF, thing(f"evidence-{key(record.document.sha256, str(span.start), str(span.end))}")


def _match(merge: Merge) -> Iterator[Statement]:
    subject, statements = _joined(_side(merge.left), _side(merge.right), merge.reasons)
    yield from statements
    if merge.decision is None:
        yield subject, SCORE, share(merge.score)
    else:
        yield from _decided(subject, merge.decision)


def _link(link: Link) -> Iterator[Statement]:
    """The match of a thing with what another register describes."""
    subject, statements = _joined(_side(link.side), node(link.iri), link.reasons)
    yield from statements
    yield from _decided(subject, link.decision)


def _joined(left: NamedNode, right: NamedNode, reasons: Iterable[str]) -> tuple[NamedNode, list[Statement]]:
    """One match. It is named by its sides, so that two judgements on the same two share a node."""
    subject = thing(f"match-{key(*sorted((left.value, right.value)))}")
    joins = [(subject, JOINS, left), (subject, JOINS, right)]
    why = [(subject, DESCRIPTION, words(reason, _LANGUAGE)) for reason in reasons]
    return subject, [(subject, TYPE, node(MATCH)), *joins, *why]


def _decided(subject: NamedNode, decision: Decision) -> Iterator[Statement]:
    yield subject, CREATOR, plain(decision.by)
    on = day(decision.on)
    if on is not None:
        yield subject, DATE, on


def _side(side: MentionKey | str) -> NamedNode:
    if isinstance(side, str):
        return thing(side)
    return thing(f"mention-{key(side.document, side.type.value, side.name)}")
