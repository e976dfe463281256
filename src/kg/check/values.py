"""Tests of single values, as they stand in N-Triples: true where a value surely keeps a constraint."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import ClassVar, Final

from kg.check import literals

Types = Mapping[bytes, frozenset[bytes]]
"""The classes of each node."""
ValueTest = Callable[[bytes, Types], bool]

_NUMBERS: Final = (literals.XSD + b"integer", literals.XSD + b"decimal")
_NONE: Final[frozenset[bytes]] = frozenset()


def is_iri(term: bytes, types: Types) -> bool:
    """An IRI."""
    return term[:1] == b"<"


def is_literal(term: bytes, types: Types) -> bool:
    """A literal."""
    return term[:1] == b'"'


def of_class(name: bytes, term: bytes, types: Types) -> bool:
    """A node that says itself that it is of the class."""
    return name in types.get(term, _NONE)


def any_of(shapes: tuple[tuple[ValueTest, ...], ...]) -> ValueTest:
    """At least one of some shapes holds, whole."""
    return lambda term, types: any(all(test(term, types) for test in shape) for shape in shapes)


def in_language(tags: frozenset[bytes]) -> ValueTest:
    """A literal in one of the languages."""
    return lambda term, types: literals.language(term) in tags


def matches(pattern: str) -> ValueTest:
    """A literal that a pattern finds something in."""
    compiled = re.compile(pattern.encode())

    def test(term: bytes, types: Types) -> bool:
        text = literals.lexical(term)
        return text is not None and text.isascii() and compiled.search(text) is not None

    return test


@dataclass(frozen=True, slots=True)
class Between:
    """A limit on a number or on a length: `minInclusive`, `maxInclusive`, `minLength`, `maxLength`."""

    NAMES: ClassVar = ("minInclusive", "maxInclusive", "minLength", "maxLength")

    name: str
    limit: str

    def __call__(self, term: bytes, types: Types) -> bool:
        """True where a literal surely keeps the limit."""
        text = literals.lexical(term)
        if text is None:
            return False
        if self.name.endswith("Length"):
            size = len(text.decode("utf-8"))
            return size >= int(self.limit) if self.name == "minLength" else size <= int(self.limit)
        if not term.endswith(tuple(b"^^<" + name + b">" for name in _NUMBERS)):
            return False
        try:
            value, limit = Decimal(text.decode("ascii")), Decimal(self.limit)
        except (InvalidOperation, UnicodeDecodeError):
            return False
        return value >= limit if self.name == "minInclusive" else value <= limit
