"""Whether a graph of the store says what the built one says: the same bytes, or the same as the store spells it."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.push.asking import Asked, Statement
from kg.push.lexical import settled
from kg.push.local import LocalGraph
from kg.query.rdf import statements, written
from kg.query.terms import Term, short


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One graph compared.

    Attributes:
        sha256: of the statements as sorted N-Triples, as the store gives them; of their meanings where it rewrites.
        rewritten: how many statements of each kind the store spells in its own way, with an example of each.
        missing: statements that the store lacks.
        extra: statements that it has besides.
        example: one of them, for the message.
    """

    name: str
    count: int
    sha256: str
    rewritten: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    extra: int = 0
    example: str = ""

    @property
    def same(self) -> bool:
        """Whether nothing is missing and nothing is there besides."""
        return not (self.missing or self.extra)


def compared(graph: LocalGraph, there: Asked, count: int) -> Comparison:
    """Ask a graph back and compare it with the built one."""
    found = [*there.statements(graph.name, count, _subjects(graph))]
    sha256 = digest(_line(statement) for statement in found)
    unseen = max(0, count - len(found))
    if sha256 == graph.sha256 and not unseen:
        return Comparison(name=graph.name, count=len(found), sha256=sha256)
    return _in_meaning(graph, found, unseen)


def digest(lines: Iterable[str]) -> str:
    """The sha256 of statements as sorted N-Triples."""
    made = hashlib.sha256()
    for line in sorted(set(lines)):
        made.update(line.encode("utf-8") + b" .\n")
    return made.hexdigest()


def _in_meaning(graph: LocalGraph, found: list[Statement], unseen: int) -> Comparison:
    ours = [*statements(b"".join(line + b" .\n" for line in graph.triples()))]
    here = {_meaning(statement): statement for statement in ours}
    there = {_meaning(statement): statement for statement in found}
    missing, extra = sorted(set(here) - set(there)), sorted(set(there) - set(here))
    rewritten = Counter(_change(here[m], there[m]) for m in set(here) & set(there) if here[m] != there[m])
    if len(ours) > len(here):
        rewritten["statements that mean the same and fall into one"] = len(ours) - len(here)
    return Comparison(
        name=graph.name,
        count=len(found),
        sha256=digest(there),
        rewritten=rewritten,
        missing=len(missing),
        extra=len(extra) + unseen,
        example=next(iter(missing + extra), ""),
    )


def _subjects(graph: LocalGraph) -> Iterable[str]:
    last = b""
    for triple in graph.triples():
        subject = triple.partition(b" ")[0]
        if subject != last:
            yield subject.decode("utf-8")
        last = subject


def _line(statement: Statement) -> str:
    return " ".join(_token(term) for term in statement)


def _token(term: Term) -> str:
    return f"_:{term.value}" if term.kind == "blank" else written(term)


def _meaning(statement: Statement) -> str:
    return _line((statement[0], statement[1], settled(statement[2])))


def _change(ours: Statement, theirs: Statement) -> str:
    """What kind of literal is spelt in another way."""
    one, other = (_kind(statement[2]) for statement in (ours, theirs))
    return one if one == other else f"{one} as {other}"


def _kind(term: Term) -> str:
    return "language tags" if term.language is not None else short(term.datatype or "xsd:string")
