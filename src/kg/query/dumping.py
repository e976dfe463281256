"""The whole graph as bytes, sorted, so that two dumps of one graph are the same."""

from itertools import takewhile
from typing import Final

import pyoxigraph
from pyoxigraph import RdfFormat

from kg.errors import InputError
from kg.query.engine import DUMPS
from kg.vocab.namespaces import PREFIXES, RDF

_TYPE: Final = f"<{RDF}type>".encode()
_PREFIXED: Final = {"turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "rdfxml": RdfFormat.RDF_XML}


def dumped(lines: bytes, format_name: str) -> bytes:
    """N-Quads in another format.

    Triples that stand in several graphs stand once where the format knows no graphs.

    Raises:
        InputError: there is no such format.
    """
    if format_name not in DUMPS:
        raise InputError(f"no such format: {format_name!r}.", hint=f"Choose one of {', '.join(DUMPS)}.")
    if format_name == "nquads":
        return _joined(sorted(_once(lines)))
    if format_name == "trig":
        return _prefixed(sorted(_once(lines), key=_graph_first), RdfFormat.N_QUADS, format_name)
    statements = _without_graph(lines)
    if format_name == "ntriples":
        return _joined(sorted(statements))
    return _prefixed(sorted(statements, key=_type_first), RdfFormat.N_TRIPLES, format_name)


def each_once(lines: bytes) -> bytes:
    """N-Quads as N-Triples in no order, a statement of several graphs once."""
    return b"\n".join(_without_graph(lines))


def _joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _once(lines: bytes) -> set[bytes]:
    return set(lines.split(b"\n")) - {b""}


def _without_graph(lines: bytes) -> dict[bytes, None]:
    """The statements of N-Quads as pyoxigraph writes them: one space between terms, one before the full stop.

    They stay in their order, for what is sorted already is soon sorted again.
    """
    return dict.fromkeys(_triple(line) for line in lines.split(b"\n") if line)


def _triple(line: bytes) -> bytes:
    """A line without its graph: an IRI inside a literal has a quotation mark behind it, so the last term shows."""
    head, last, _ = line.rsplit(b" ", 2)
    if last[:1] not in (b"<", b"_") or b'"' in last or head.count(b" ") == 1:
        return line
    return head + b" ."


def _type_first(line: bytes) -> tuple[bytes, bool, bytes]:
    subject, predicate, _ = line.split(b" ", 2)
    return subject, predicate != _TYPE, line


def _graph_first(line: bytes) -> tuple[bytes, bytes, bool, bytes]:
    graph = line.rsplit(b" ", 2)[1]
    return graph, *_type_first(line)


def _prefixed(lines: list[bytes], source: RdfFormat, format_name: str) -> bytes:
    quads = pyoxigraph.parse(_joined(lines), format=source)
    statements = quads if format_name == "trig" else (quad.triple for quad in quads)
    data = pyoxigraph.serialize(statements, format=_PREFIXED[format_name], prefixes=PREFIXES) or b""
    return data if format_name == "rdfxml" else _with_sorted_prefixes(data)


def _with_sorted_prefixes(data: bytes) -> bytes:
    lines = data.split(b"\n")
    count = sum(1 for _ in takewhile(lambda line: line.startswith(b"@prefix "), lines))
    return b"\n".join([*sorted(lines[:count]), b"", *lines[count:]])
