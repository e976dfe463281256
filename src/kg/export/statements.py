"""The statements of a graph, in the terms of N-Quads, sorted: what every export is made of.

A term stays as the store wrote it (`<iri>`, `"text"@fr`, `"5"^^<type>`): these are also terms of Turtle and TriG, so
that no export of text has to escape anything again. `value`, `language` and `datatype` say what a term means.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Final

from kg.errors import KgBug
from kg.query import Engine
from kg.vocab.namespaces import XSD

Triple = tuple[str, str, str]
Quad = tuple[str, str, str, str]
Subjects = dict[str, dict[str, list[str]]]
"""Of each subject, the objects of each predicate."""

_IRI = r"<[^<>\s]*>"
_NODE = rf"{_IRI}|_:\S+"
_LITERAL = rf'"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^{_IRI})?'
_LINE = re.compile(rf"({_NODE}) ({_IRI}) ({_NODE}|{_LITERAL})(?: ({_NODE}))? \.")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def lines(engine: Engine) -> list[str]:
    """The graph as N-Quads lines, each once, in code point order."""
    return sorted(set(engine.dump("nquads").decode("utf-8").split("\n")) - {""})


def quads(engine: Engine) -> list[Quad]:
    """The statements with the graph each stands in ("" for the default graph), sorted."""
    return [_quad(line) for line in lines(engine)]


def union(engine: Engine) -> list[Triple]:
    """The statements of all graphs together, each once, sorted."""
    known: dict[str, str] = {}
    parts = (line.split(" ", 2) for line in engine.dump("ntriples").decode("utf-8").split("\n") if line)
    return sorted((subject, known.setdefault(verb, verb), rest[:-2]) for subject, verb, rest in parts)


def by_graph(statements: Iterable[Quad]) -> list[tuple[str, list[Triple]]]:
    """The statements of each graph, the graphs sorted by name."""
    ordered = sorted(statements, key=lambda quad: (quad[3], quad[:3]))
    return [(graph, [quad[:3] for quad in group]) for graph, group in groupby(ordered, key=itemgetter(3))]


def by_subject(statements: Iterable[Triple]) -> Subjects:
    """The statements of each subject, in the order given."""
    out: Subjects = {}
    for subject, predicate, value_ in statements:
        facts = out.get(subject)
        if facts is None:
            facts = out[subject] = {}
        if predicate in facts:
            facts[predicate].append(value_)
        else:
            facts[predicate] = [value_]
    return out


def iri(value_: str) -> str:
    """An IRI as a term."""
    return f"<{value_}>"


def is_literal(term: str) -> bool:
    """Whether a term is a literal."""
    return term.startswith('"')


def value(term: str) -> str:
    """The IRI, the blank node's name with its `_:`, or the text of a term."""
    if is_literal(term):
        text = term[1 : term.rindex('"')]
        return _ESCAPE.sub(_unescaped, text) if "\\" in text else text
    return term.removeprefix("<").removesuffix(">")


def suffix(term: str) -> str:
    """What stands behind the text of a literal: `@fr`, `^^<type>`, or nothing."""
    return term[term.rindex('"') + 1 :]


def language(term: str) -> str:
    """The language of a literal, "" where it has none."""
    end = suffix(term)
    return end[1:] if end.startswith("@") else ""


def datatype(term: str) -> str:
    """The datatype of a literal without a language."""
    end = suffix(term)
    return value(end[2:]) if end.startswith("^^") else XSD + "string"


def _quad(line: str) -> Quad:
    match = _LINE.fullmatch(line)
    if match is None:
        raise KgBug(f"the store wrote a line that is not N-Quads: {line[:200]}")
    subject, predicate, object_, graph = match.groups()
    return subject, predicate, object_, graph or ""


def _unescaped(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    if letter is not None:
        return _SHORT.get(letter, letter)
    return chr(int(short or long, 16))
