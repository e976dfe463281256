"""What makes an answer citable: which question with which values was put to which graph, by which program."""

import hashlib
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyoxigraph

from kg import __version__
from kg.query.answering import asked, words
from kg.query.engine import Bindings
from kg.query.named import NamedQuery
from kg.query.terms import shown
from kg.store import Author, Credits, Folder, credits_of

UNNAMED: Final = "not named: a CITATION.cff in the data folder says who made the graph"
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The graph that answered, as a citation names it."""

    mark: str
    """What `graph_mark` says, or the address of an endpoint."""
    credits: Credits = field(default_factory=Credits)


def cited(folder: Path) -> Cited:
    """The graph of an output folder, by its checksum and by what its maker says."""
    return Cited(mark=graph_mark(folder), credits=credits_of(folder))


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


def result_card(query: NamedQuery, bindings: Bindings, graph: Cited, rows: int | None) -> str:
    """The card of an answer: question, values, checksums, versions, and how to cite it as text and in BibTeX.

    Args:
        query: the query that was asked.
        bindings: the values it was asked with; the question is told in their language.
        graph: the graph that answered.
        rows: how many rows the answer has; None where it has none.
    """
    facts = {
        "Question": words(query, bindings),
        "Query": query.name or "(SPARQL of one's own)",
        **{f"  {name}": shown(term) for name, term in bindings.items()},
        "Rows": "none: not a table" if rows is None else str(rows),
        "Query text": query_mark(query),
        "Graph": graph.mark,
        "Made by": "; ".join(map(str, graph.credits.authors)) or UNNAMED,
        "Versions": f"kg {__version__}, pyoxigraph {pyoxigraph.__version__}, Python {platform.python_version()}",
        "Limits": query.limits,
    }
    width = max(len(name) for name in facts)
    lines = [f"{name + ':':<{width + 1}} {value}" for name, value in facts.items() if value]
    return "\n".join([*lines, "", citation(query, bindings, graph), "", bibtex(query, bindings, graph), ""])


def citation(query: NamedQuery, bindings: Bindings, graph: Cited) -> str:
    """How to cite an answer, in sentences: who made the graph, when, what was asked of it by which query."""
    made = graph.credits
    who = "; ".join(map(str, made.authors))
    when = f" ({made.date[:4]})" if made.date else ""
    version = f", version {made.version}" if made.version else ""
    head = f"{who}{when}: {made.title}{version}. " if who else ""
    told = asked(query, bindings)
    link = _address(made)
    return (
        f"{head}“{told}”. Answer of {_called(query)} (text {query_mark(query)}) from the graph {graph.mark}, "
        f"kg {__version__}.{f' {link}' if link else ''}"
    )


def bibtex(query: NamedQuery, bindings: Bindings, graph: Cited) -> str:
    """The same as an entry for BibTeX."""
    made = graph.credits
    key = f"kg-{query.name or 'query'}-{hashlib.sha256((graph.mark + query_mark(query)).encode()).hexdigest()[:8]}"
    fields: Mapping[str, str] = {
        "title": _tex(asked(query, bindings)),
        "author": " and ".join(map(_signed, made.authors)),
        "year": made.date[:4],
        "howpublished": _tex(f"{made.title}, kg {__version__}" if made.title else f"kg {__version__}"),
        "version": _tex(made.version),
        "doi": _tex(made.doi),
        "url": _tex(made.url),
        "note": _tex(f"Answer of {_called(query)}, text {query_mark(query)}, graph {graph.mark}"),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}\n}}"


def _address(made: Credits) -> str:
    return f"https://doi.org/{made.doi}" if made.doi else made.url


def _signed(author: Author) -> str:
    """A name for BibTeX: that of a body stands in braces of its own, so that it is not turned round."""
    return _tex(str(author)) if author.given else f"{{{_tex(author.name)}}}"


def _called(query: NamedQuery) -> str:
    return f"the query {query.name}" if query.name else "a query in SPARQL"


def _tex(value: str) -> str:
    """A value inside braces, with what TeX reads as commands written out."""
    named = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(named.get(sign, f"\\{sign}" if sign in "&%$#_{}" else sign) for sign in value)
