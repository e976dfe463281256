"""Questions to the graph: engines, named queries, and answers as tables.

`trusted` gives the embedded engine, for queries of our own; `confined` one with limits, for those of others; `remote`
one over HTTP. All answer the same queries with the same rows.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.query.answering import answer, asked, columns, rows
from kg.query.embedded import EmbeddedEngine, engine_over, trusted
from kg.query.engine import DUMPS, Bindings, Engine
from kg.query.library import find, is_named, load, named_queries, question
from kg.query.named import LANGUAGES, Column, NamedQuery, Parameter
from kg.query.parameters import bind
from kg.query.terms import Answer, Rows, Table, Term, Triple, iri, literal, short, shown

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    from kg.query.citing import Cited
    from kg.query.coverage import Coverage

__all__ = [
    "DUMPS",
    "LANGUAGES",
    "Answer",
    "Bindings",
    "Column",
    "EmbeddedEngine",
    "Engine",
    "NamedQuery",
    "Parameter",
    "Rows",
    "Table",
    "Term",
    "Triple",
    "answer",
    "asked",
    "bind",
    "card",
    "cited",
    "columns",
    "confined",
    "engine_over",
    "find",
    "for_work",
    "in_memory",
    "iri",
    "is_named",
    "limited",
    "literal",
    "load",
    "measured",
    "measured_text",
    "named_queries",
    "nearest",
    "notices",
    "question",
    "remote",
    "result_card",
    "rows",
    "short",
    "shown",
    "to_rdflib",
    "trusted",
    "written",
]


def remote(url: str, seconds: float | None = None) -> Engine:
    """An engine over a SPARQL 1.1 endpoint.

    Args:
        url: its address, without name or password: those come from the environment or the keyring.
        seconds: how long a call may take in all, asking again included; 60 where nothing is said.

    Raises:
        InputError: the URL is not one of http or https, or holds a name or a password.
    """
    from kg.query.endpoint import RemoteEngine  # noqa: PLC0415 - SPARQLWrapper is slow to load
    from kg.query.retries import Patience  # noqa: PLC0415
    from kg.query.transfer import Limits  # noqa: PLC0415

    return RemoteEngine(url, None if seconds is None else Limits(seconds=seconds), Patience(tries=3, pause=0.5))


def in_memory(engine: EmbeddedEngine) -> EmbeddedEngine:
    """The same graph in memory, for many or heavy questions: the same rows, some five times as fast."""
    from kg.query.memory import MemoryEngine  # noqa: PLC0415 - one question is answered sooner without

    return MemoryEngine(engine)


def for_work(engine: Engine, question: NamedQuery) -> Engine:
    """The engine to ask a question: one in memory where the question is heavy, the graph large and memory free."""
    if not question.heavy:
        return engine
    from kg.query import weighing  # noqa: PLC0415 - most questions are light

    return weighing.for_work(engine, question)


def confined(where: "str | Path | pyoxigraph.Store", **limits: float) -> Engine:
    """An engine for questions that others wrote: a child process answers each, within limits.

    Args:
        where: an output folder, or a store in memory.
        limits: `seconds` (60), `memory` in MB (2048) and `size` of the answer in MB (256).

    Raises:
        InputError: a limit is not above zero; from every question: a limit is reached, or the child crashed.
    """
    from kg.query.confinement import Bounds, ConfinedEngine  # noqa: PLC0415 - our own queries need it not

    return ConfinedEngine(Path(where) if isinstance(where, str) else where, Bounds(**limits))  # type: ignore[arg-type]


def limited(
    engine: Engine, question: str, given: Mapping[str, float], usual: Mapping[str, float] | None = None
) -> Engine:
    """Who answers a question: the engine itself the queries of kg, a child with limits those of others.

    Args:
        engine: an endpoint keeps limits of its own, and always answers itself.
        question: `holders-of-a-post`, `my.rq`, or `SELECT ...`.
        given: limits as for `confined`, kept for the queries of kg as well.
        usual: those for the queries of others where `given` says nothing.

    Raises:
        InputError: a limit is not above zero.
    """
    if not isinstance(engine, EmbeddedEngine) or (is_named(question) and not given):
        return engine
    return confined(engine.place, **{**(usual or {}), **given})


def to_rdflib(engine: Engine) -> "rdflib.Dataset":
    """The whole graph as an rdflib Dataset with its named graphs."""
    from kg.query import rdflib_engine  # noqa: PLC0415 - rdflib is slow to load

    return rdflib_engine.to_rdflib(engine)


def written(answer: Answer, form: str) -> str:
    """An answer as text: csv, tsv, json or xml for rows and truth values, turtle, ntriples or jsonld for triples.

    Raises:
        InputError: the answer cannot be written in this format.
    """
    from kg.query import results  # noqa: PLC0415 - a table at the terminal needs none of them

    return results.written(answer, form)


def card(query: NamedQuery, language: str) -> str:
    """A named query described for a reader at the terminal."""
    from kg.query import cards  # noqa: PLC0415

    return cards.card(query, language)


def notices(text: str, answer: Answer) -> tuple[str, ...]:
    """What is worth a word about a question that somebody wrote: terms that the ontology has not, rows that repeat."""
    from kg.query import noticing  # noqa: PLC0415

    return tuple(noticing.notices(text, answer))


def nearest(value: str, known: Mapping[str, Sequence[str]]) -> str:
    """The things, given with their names, that a value may mean: as a sentence, empty where there are none."""
    from kg.query import names  # noqa: PLC0415

    return names.nearest(value, known)


def result_card(query: NamedQuery, bindings: Bindings, graph: "Cited", rows: int | None) -> str:
    """What makes an answer citable: the question, its values, checksums, versions, a citation as text and in BibTeX."""
    from kg.query import citing  # noqa: PLC0415

    return citing.result_card(query, bindings, graph, rows)


def cited(folder: Path | None, endpoint: str = "") -> "Cited":
    """A graph as a citation names it: by its checksum and its makers; an endpoint has none."""
    from kg.query import citing  # noqa: PLC0415

    if folder is None:
        return citing.Cited(mark=f"{endpoint} (an endpoint, without a checksum)".lstrip())
    return citing.cited(folder)


def measured(engine: Engine, query: NamedQuery, bindings: Bindings) -> "Coverage":
    """What stands behind an answer, and what hangs on a single source.

    Raises:
        InputError: the query is an ASK, or cannot be answered.
    """
    from kg.query import coverage  # noqa: PLC0415

    return coverage.coverage(engine, query, bindings)


def measured_text(found: "Coverage") -> str:
    """The coverage of an answer for a reader at the terminal."""
    from kg.query import coverage_text  # noqa: PLC0415

    return coverage_text.written(found)
