"""What makes an answer citable: which question with which values was put to which graph, by which program."""

import hashlib
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pyoxigraph

from kg import __version__
from kg.query.answering import asked
from kg.query.engine import Bindings
from kg.query.named import NamedQuery
from kg.query.terms import shown
from kg.store import Folder

AUTHOR: Final = "The kg developers"
TITLE: Final = "Cross-border knowledge graph"
_CHUNK: Final = 1 << 20


def graph_mark(folder: Path) -> str:
    """What tells this graph from every other: `sha256:` and the checksum of its `graph.nq`."""
    checksum = hashlib.sha256()
    with Folder(folder).graph.open("rb") as lines:
        while chunk := lines.read(_CHUNK):
            checksum.update(chunk)
    return f"sha256:{checksum.hexdigest()}"


def query_mark(query: NamedQuery) -> str:
    """What tells the text of this query from every other."""
    return f"sha256:{hashlib.sha256(query.text.encode()).hexdigest()}"


def result_card(query: NamedQuery, bindings: Bindings, graph: str, rows: int | None) -> str:
    """The card of an answer: question, values, checksums, versions, and how to cite it as text and in BibTeX.

    Args:
        query: the query that was asked.
        bindings: the values it was asked with.
        graph: what `graph_mark` says, or the address of an endpoint.
        rows: how many rows the answer has; None where it has none.
    """
    facts = {
        "Question": asked(query, {}),
        "Query": query.name or "(SPARQL of one's own)",
        **{f"  {name}": shown(term) for name, term in bindings.items()},
        "Rows": "none: not a table" if rows is None else str(rows),
        "Query text": query_mark(query),
        "Graph": graph,
        "Versions": f"kg {__version__}, pyoxigraph {pyoxigraph.__version__}, Python {platform.python_version()}",
        "Limits": query.limits,
    }
    width = max(len(name) for name in facts)
    lines = [f"{name + ':':<{width + 1}} {value}" for name, value in facts.items() if value]
    return "\n".join([*lines, "", citation(query, bindings, graph), "", bibtex(query, bindings, graph), ""])


def citation(query: NamedQuery, bindings: Bindings, graph: str) -> str:
    """How to cite an answer, as one sentence."""
    told = asked(query, bindings)
    return (
        f"{AUTHOR}: “{told}”. Answer of {_called(query)} (text {query_mark(query)}) from the graph {graph}. "
        f"In: {TITLE}, kg {__version__}."
    )


def bibtex(query: NamedQuery, bindings: Bindings, graph: str) -> str:
    """The same as an entry for BibTeX."""
    key = f"kg-{query.name or 'query'}-{hashlib.sha256((graph + query_mark(query)).encode()).hexdigest()[:8]}"
    fields: Mapping[str, str] = {
        "title": asked(query, bindings),
        "howpublished": f"{TITLE}, kg {__version__}",
        "note": f"Answer of {_called(query)}, text {query_mark(query)}, graph {graph}",
    }
    lines = ",\n".join(f"  {name} = {{{_tex(value)}}}" for name, value in fields.items())
    return f"@misc{{{key},\n  author = {{{{{AUTHOR}}}}},\n{lines}\n}}"


def _called(query: NamedQuery) -> str:
    return f"the query {query.name}" if query.name else "a query in SPARQL"


def _tex(value: str) -> str:
    """A value inside braces, with what TeX reads as commands written out."""
    named = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(named.get(sign, f"\\{sign}" if sign in "&%$#_{}" else sign) for sign in value)
