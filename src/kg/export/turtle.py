"""Turtle and TriG for people: under headings, a subject a paragraph, a predicate a line."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.export.order import ordered
from kg.export.statements import Quad, Triple, by_graph, by_subject, iri, is_literal
from kg.vocab.namespaces import PREFIXES, XSD
from kg.vocab.terms import TYPE

_TYPE: Final = iri(TYPE)
_NAMESPACES: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_SPLIT: Final = re.compile(r"<(.*[/#])([A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)>")
_SHORT: Final = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_TYPED: Final = re.compile(r'"(.*)"\^\^<(.*)>', re.DOTALL)


def turtle(triples: Iterable[Triple]) -> Iterator[str]:
    """The lines of a Turtle file."""
    names = Names()
    body = list(_paragraphs(triples, names))
    yield from names.prefixes()
    yield from body


def trig(quads: Iterable[Quad]) -> Iterator[str]:
    """The lines of a TriG file, a block a named graph."""
    names = Names()
    body: list[str] = []
    for graph, triples in by_graph(quads):
        paragraphs = list(_paragraphs(triples, names))
        body += _block(names.short(graph), paragraphs) if graph else paragraphs
    yield from names.prefixes()
    yield from body


class Names:
    """Writes terms short, and remembers which prefixes that took."""

    def __init__(self) -> None:
        self._short: dict[str, str] = {}
        self._used: set[str] = set()

    def short(self, term: str) -> str:
        """A term as people write it in Turtle."""
        known = self._short.get(term)
        if known is None:
            known = self._literal(term) if is_literal(term) else self._prefixed(term)
            self._short[term] = known
        return known

    def prefixes(self) -> Iterator[str]:
        """The lines that declare the prefixes used so far."""
        for prefix, namespace in PREFIXES.items():
            if prefix in self._used:
                yield f"@prefix {prefix}: <{namespace}> ."

    def _prefixed(self, term: str) -> str:
        match = _SPLIT.fullmatch(term)
        prefix = None if match is None else _NAMESPACES.get(match[1])
        if match is None or prefix is None:
            return term
        self._used.add(prefix)
        return f"{prefix}:{match[2]}"

    def _literal(self, term: str) -> str:
        match = _TYPED.fullmatch(term)
        if match is None:
            return term
        text, datatype = match.groups()
        if datatype in _SHORT and _SHORT[datatype].fullmatch(text):
            return str(text)
        return f'"{text}"^^{self._prefixed(iri(datatype))}'


def _block(graph: str, paragraphs: list[str]) -> Iterator[str]:
    yield ""
    yield f"{graph} {{"
    yield from (f"    {line}" if line else "" for line in paragraphs)
    yield "}"


def _paragraphs(triples: Iterable[Triple], names: Names) -> Iterator[str]:
    subjects = by_subject(triples)
    for heading, members in ordered(subjects):
        yield ""
        yield f"# {heading}"
        for subject in members:
            yield ""
            yield from _paragraph(subject, subjects[subject], names)


def _paragraph(subject: str, facts: dict[str, list[str]], names: Names) -> Iterator[str]:
    predicates = sorted(facts, key=lambda predicate: (predicate != _TYPE, predicate))
    start = names.short(subject) + " "
    for predicate in predicates:
        objects = [names.short(term) for term in facts[predicate]]
        verb = "a" if predicate == _TYPE else names.short(predicate)
        joint = ", " if predicate == _TYPE else ",\n        "
        end = " ." if predicate == predicates[-1] else " ;"
        yield from f"{start}{verb} {joint.join(objects)}{end}".split("\n")
        start = "    "
