"""Whether two answers are the same: graphs and tables up to the names of their blank nodes."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
RDF_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
RESULTS: Final = {".srx": QueryResultsFormat.XML, ".srj": QueryResultsFormat.JSON, ".tsv": QueryResultsFormat.TSV}
GRAPHS: Final = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
NUMBERS: Final = {f"{XSD}{name}": float if name in ("double", "float") else Decimal for name in (
    "decimal", "double", "float", "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
)}  # fmt: skip

Row = tuple[object | None, ...]
Rows = Sequence[Row]


def graphs(left: Iterable[Quad], right: Iterable[Quad]) -> bool:
    """Two sets of quads are the same up to the names of their blank nodes."""
    one, two = Dataset(left), Dataset(right)
    if len(one) != len(two):
        return False
    for dataset in (one, two):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return one == two


def read_graph(path: Path, base: str | None = None) -> list[Quad]:
    """The quads of a file."""
    found = RdfFormat.from_extension(path.suffix[1:])
    return list(parse(path=str(path), format=found, base_iri=base or path.as_uri()))


def table(solutions: QuerySolutions) -> tuple[tuple[str, ...], list[Row]]:
    """Variables in alphabetical order, and the rows."""
    names = sorted(v.value for v in solutions.variables)
    return tuple(names), [tuple(_valued(row[name]) for name in names) for row in solutions]


def _valued(cell: object | None) -> object | None:
    """A number by its value: the suites compare `2.0` and `2` of one type as equal, and so do we."""
    kind = NUMBERS.get(cell.datatype.value) if isinstance(cell, Literal) else None
    if kind is None or not isinstance(cell, Literal):
        return cell
    try:
        value = kind(cell.value)
        plain = value.normalize() + 0 if isinstance(value, Decimal) else value
        return Literal(f"{plain:f}" if isinstance(plain, Decimal) else repr(plain), datatype=cell.datatype)
    except (ValueError, ArithmeticError):
        return cell


def expected(path: Path) -> bool | tuple[tuple[str, ...], list[Row]]:
    """What a file of results says: a truth value, or variables and rows."""
    if path.suffix in RESULTS:
        found = parse_query_results(path=str(path), format=RESULTS[path.suffix])
        return bool(found) if isinstance(found, QueryBoolean) else table(found)
    return _from_graph(path)


def _from_graph(path: Path) -> bool | tuple[tuple[str, ...], list[Row]]:
    """A result set written as a graph, in the vocabulary of the first test suite."""
    store = Store()
    store.load(path=str(path), format=GRAPHS[path.suffix], base_iri=path.as_uri())
    truth = next(iter(store.quads_for_pattern(None, NamedNode(f"{RS}boolean"), None)), None)
    if truth is not None and isinstance(truth.object, Literal):
        return truth.object.value == "true"
    names = sorted(q.object.value for q in store.quads_for_pattern(None, NamedNode(f"{RS}resultVariable"), None))  # type: ignore[union-attr]
    rows: list[Row] = []
    for solution in store.quads_for_pattern(None, NamedNode(f"{RS}solution"), None):
        bound: dict[str, object] = {}
        for binding in store.quads_for_pattern(solution.object, NamedNode(f"{RS}binding"), None):  # type: ignore[arg-type]
            name = _value(store, binding.object, f"{RS}variable")
            bound[name.value] = _value(store, binding.object, f"{RS}value")  # type: ignore[attr-defined]
        rows.append(tuple(_valued(bound.get(name)) for name in names))
    return tuple(names), rows


def _value(store: Store, node: object, predicate: str) -> object:
    return next(iter(store.quads_for_pattern(node, NamedNode(predicate), None))).object  # type: ignore[arg-type]


def rows(left: Rows, right: Rows, *, lax: bool = False) -> bool:
    """Two tables hold the same rows in any order; where `lax`, each as often as it likes."""
    one, two = (list(dict.fromkeys(left)), list(dict.fromkeys(right))) if lax else (list(left), list(right))
    if len(one) != len(two):
        return False
    return _match(sorted(one, key=_ground), sorted(two, key=_ground), {})


def _ground(row: Row) -> str:
    return str([None if isinstance(cell, BlankNode) else str(cell) for cell in row])


def _match(left: list[Row], right: list[Row], same: Mapping[BlankNode, BlankNode]) -> bool:
    """Pair off the rows, the first with each that fits it."""
    if not left:
        return True
    head, rest = left[0], left[1:]
    for n, other in enumerate(right):
        if _ground(other) != _ground(head):
            if n:
                break
            return False
        found = _unify(head, other, same)
        if found is not None and _match(rest, right[:n] + right[n + 1 :], found):
            return True
    return False


def _unify(left: Row, right: Row, same: Mapping[BlankNode, BlankNode]) -> dict[BlankNode, BlankNode] | None:
    found = dict(same)
    for a, b in zip(left, right, strict=True):
        if isinstance(a, BlankNode) and isinstance(b, BlankNode):
            if found.setdefault(a, b) != b:
                return None
        elif a != b:
            return None
    return found if len(set(found.values())) == len(found) else None


def csv_rows(text: str) -> list[list[str]]:
    """The lines of a table of commas, columns and lines sorted but for the header, blank nodes without their names."""
    lines = [[_plain(cell) for cell in row] for row in csv.reader(io.StringIO(text))]
    order = sorted(range(len(lines[0])), key=lambda n: lines[0][n]) if lines else []
    placed = [[line[n] for n in order] for line in lines if len(line) == len(order)]
    return placed[:1] + sorted(placed[1:])


def _plain(cell: str) -> str:
    try:
        return repr(float(cell))
    except ValueError:
        return "_:" if cell.startswith("_:") else cell
