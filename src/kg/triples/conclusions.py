"""What the rules conclude, each rule in a graph of its own, and which rule that is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.triples.meta import META
from kg.triples.rdf import node, plain, thing, words
from kg.vocab.namespaces import GRAPH, ORIGIN
from kg.vocab.terms import DESCRIPTION, ORIGIN_OF, PLAN, TITLE, TYPE, WAS_DERIVED_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusions:
    """What follows by one rule."""

    rule: str
    """The name of its file in queries/infer, without the ending."""
    summary: Mapping[str, str]
    """What it says, by language."""
    triples: tuple[tuple[str, str, str], ...]
    """The IRIs of subject, predicate and object."""


def inferred(rules: Iterable[Conclusions]) -> set[Quad]:
    """The conclusions of each rule in `graph/inferred-<rule>`, and in the meta graph the rule that it comes from."""
    return {quad for one in rules for quad in (*_concluded(one), *_described(one))}


def _concluded(one: Conclusions) -> Iterator[Quad]:
    graph = node(f"{GRAPH}inferred-{one.rule}")
    return (Quad(node(s), node(p), node(o), graph) for s, p, o in one.triples)


def _described(one: Conclusions) -> Iterator[Quad]:
    graph, rule, meta = node(f"{GRAPH}inferred-{one.rule}"), thing(f"rule-{one.rule}"), node(META)
    yield Quad(graph, node(ORIGIN_OF), node(ORIGIN + "inferred"), meta)
    yield Quad(graph, node(WAS_DERIVED_FROM), rule, meta)
    yield Quad(rule, node(TYPE), node(PLAN), meta)
    yield Quad(rule, node(TITLE), plain(one.rule), meta)
    for language, text in one.summary.items():
        yield Quad(rule, node(DESCRIPTION), words(text, language), meta)
