"""SPARQL 1.0 and 1.1: queries, updates and their syntax, against pyoxigraph."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.conformance.comparing import csv_rows, expected, graphs, read_graph, rows, table
from bench.conformance.manifests import MF, QT, RDFS, UT, Case, Node, Value
from pyoxigraph import (
    BlankNode,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
)

EVALUATION: Final = ("QueryEvaluationTest", "CSVResultFormatTest")
UPDATE: Final = ("UpdateEvaluationTest",)
SYNTAX: Final = {
    "PositiveSyntaxTest": True,
    "PositiveSyntaxTest11": True,
    "NegativeSyntaxTest": False,
    "NegativeSyntaxTest11": False,
    "PositiveUpdateSyntaxTest11": True,
    "NegativeUpdateSyntaxTest11": False,
}
_FROM: Final = re.compile(r"\bFROM\s+(NAMED\s+)?<([^>]*)>", re.IGNORECASE)


def passes(case: Case) -> bool:
    """True where the engine does what the test says."""
    if case.kind in SYNTAX:
        return _syntax(case) is SYNTAX[case.kind]
    return _update(case) if case.kind in UPDATE else _evaluation(case)


def _syntax(case: Case) -> bool:
    path = case.manifest.file(case.manifest.one(case.node, f"{MF}action"))
    text, store = path.read_text(encoding="utf-8"), Store()
    try:
        if "Update" in case.kind:
            store.update(text, base_iri=path.as_uri())
        else:
            store.query(text, base_iri=path.as_uri())
    except SyntaxError:
        return False
    except (OSError, RuntimeError, ValueError):  # understood, and then SERVICE or LOAD found nothing there
        return True
    return True


def _evaluation(case: Case) -> bool:
    action = _action(case)
    query = case.manifest.file(case.manifest.one(action, f"{QT}query"))
    text, store = query.read_text(encoding="utf-8"), _loaded(case, action, query)
    found = store.query(text, base_iri=query.as_uri())
    result = case.manifest.file(case.manifest.one(case.node, f"{MF}result"))
    if isinstance(found, QuerySolutions) and result.suffix == ".csv":
        said = found.serialize(format=QueryResultsFormat.CSV) or b""
        return csv_rows(said.decode()) == csv_rows(result.read_text(encoding="utf-8"))
    if isinstance(found, QuerySolutions | QueryBoolean):
        wanted = expected(result)
        if isinstance(found, QueryBoolean) or isinstance(wanted, bool):
            return bool(found) is wanted
        names, lines = table(found)
        lax = case.manifest.one(case.node, f"{MF}resultCardinality") is not None
        return names == wanted[0] and rows(lines, wanted[1], lax=lax)
    return graphs((Quad(t.subject, t.predicate, t.object) for t in found), read_graph(result))


def _action(case: Case) -> Node:
    node = case.manifest.one(case.node, f"{MF}action")
    if not isinstance(node, NamedNode | BlankNode):
        raise TypeError(f"{case.name} has no action")
    return node


def _loaded(case: Case, action: Node, query: Path) -> Store:
    """The data of a test; where it names none, what the query says FROM."""
    store = Store()
    data = case.manifest.all(action, f"{QT}data")
    for value in data:
        _load(store, case.manifest.file(value), None)
    for value in case.manifest.all(action, f"{QT}graphData"):
        _load(store, case.manifest.file(value), NamedNode(case.manifest.file(value).as_uri()))
    if not data:
        for _, name in _FROM.findall(query.read_text(encoding="utf-8")):
            path = query.parent / name
            if path.is_file():
                _load(store, path, NamedNode(path.as_uri()))
    return store


def _load(store: Store, path: Path, graph: NamedNode | None) -> None:
    store.load(path=str(path), format=RdfFormat.from_extension(path.suffix[1:]), base_iri=path.as_uri(), to_graph=graph)


def _update(case: Case) -> bool:
    action = _action(case)
    request = case.manifest.file(case.manifest.one(action, f"{UT}request"))
    store, wanted = Store(), Store()
    _graphs_of(case, store, action)
    store.update(request.read_text(encoding="utf-8"), base_iri=request.as_uri())
    result = case.manifest.one(case.node, f"{MF}result")
    if isinstance(result, NamedNode | BlankNode):
        _graphs_of(case, wanted, result)
    return graphs(store, wanted)


def _graphs_of(case: Case, store: Store, node: Node) -> None:
    """Load the default graph and the named ones of a state before or after an update."""
    for value in case.manifest.all(node, f"{UT}data"):
        _load(store, case.manifest.file(value), None)
    for graph, label in _named(case, node):
        _load(store, case.manifest.file(graph), label)


def _named(case: Case, node: Node) -> Iterator[tuple[Value, NamedNode]]:
    for one in case.manifest.all(node, f"{UT}graphData"):
        if isinstance(one, NamedNode | BlankNode):
            graph, label = case.manifest.one(one, f"{UT}graph"), case.manifest.one(one, f"{RDFS}label")
            if graph is not None and label is not None:
                yield graph, NamedNode(label.value)
