"""An answer as a graph of networkx: what a query names as tied, not one of the projections."""

import networkx as nx

from kg.errors import InputError
from kg.query import Answer, Table, Term, short


def of_answer(answer: Answer) -> "nx.MultiDiGraph[str]":
    """A tie for each triple under its predicate, or for each row from its first IRI to its second.

    Nodes are called by their short IRI; of a row, the other cells become attributes of the tie.

    Raises:
        InputError: a truth value, or rows without two columns of IRIs.
    """
    if isinstance(answer, bool):
        raise InputError("yes or no is no graph.", hint="Ask a SELECT or a CONSTRUCT query.")
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    if isinstance(answer, tuple):
        for s, p, o in answer:
            graph.add_edge(_called(s), _called(o), key=_called(p))
    else:
        _add_rows(graph, answer)
    return graph


def _add_rows(graph: "nx.MultiDiGraph[str]", table: Table) -> None:
    kinds = [{cell.kind for row in table if (cell := row[i]) is not None} for i in range(len(table.columns))]
    ends = [i for i, kind in enumerate(kinds) if kind == {"iri"}]
    if len(ends) < 2:
        raise InputError("the rows have no two columns of IRIs to tie.", hint="Select the IRIs of both ends.")
    left, right = ends[:2]
    for row in table:
        one, other = row[left], row[right]
        if one is not None and other is not None:
            said = {
                name: cell.plain
                for i, (name, cell) in enumerate(zip(table.columns, row, strict=True))
                if cell is not None and i not in {left, right}
            }
            graph.add_edge(_called(one), _called(other), **said)


def _called(term: Term) -> str:
    return short(term.value) if term.kind == "iri" else term.value
