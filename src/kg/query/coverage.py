"""What stands behind an answer: events, sources, languages, years, actors; and what hangs on a single source."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from kg.query.answering import answer
from kg.query.batches import with_rows
from kg.query.engine import Bindings, Engine
from kg.query.leaving_out import LeftOut, Without, as_table, compared, things
from kg.query.named import NamedQuery
from kg.query.terms import Row, Table, Term
from kg.vocab.namespaces import ID

_TOP: Final = "?session kg:partOf* ?event . FILTER NOT EXISTS { ?event kg:partOf ?above }"
_ITSELF: Final = (
    f"SELECT DISTINCT ?event {{ ?thing a kg:Event . BIND(?thing AS ?session) {_TOP.replace('?session', '?thing')} }}"
)
_OF_PARTS: Final = f"SELECT DISTINCT ?event {{ ?thing kg:in ?session . {_TOP} }}"
_OF_ACTORS: Final = f"SELECT DISTINCT ?event {{ ?part kg:participant|kg:onBehalfOf ?thing ; kg:in ?session . {_TOP} }}"
_OF_OTHERS: Final = (
    f"SELECT DISTINCT ?event {{ ?session kg:about|kg:mentions|kg:inSeries|schema:location ?thing . {_TOP} }}"
)
_SOURCES: Final = """
SELECT DISTINCT ?document ?title ?tongue {
  { GRAPH ?graph { ?thing ?p ?o } } UNION { GRAPH ?graph { ?s ?q ?thing } }
  UNION { ?graph prov:wasDerivedFrom/prov:wasDerivedFrom ?thing }
  ?graph prov:wasDerivedFrom ?text .
  ?text a kg:TextVersion ; prov:wasDerivedFrom ?document ; dcterms:language ?tongue .
  ?document dcterms:title ?title
}"""
_YEARS: Final = "SELECT DISTINCT ?year { ?event schema:startDate ?day BIND(SUBSTR(STR(?day), 1, 4) AS ?year) }"
_ACTORS: Final = """
SELECT DISTINCT ?actor ?known {
  ?session kg:partOf* ?event . ?part kg:in ?session .
  { ?part kg:participant|kg:onBehalfOf ?actor } UNION {
    ?part a kg:Participation . FILTER NOT EXISTS { ?part kg:participant ?somebody } BIND(?part AS ?actor)
  }
  OPTIONAL { { GRAPH graph:reference { ?actor a ?known } } UNION { ?actor a kg:Person . BIND(kg:Person AS ?known) } }
}"""
_BATCH: Final = 200
_PATTERNS: Final = (_ITSELF, _OF_PARTS, _OF_ACTORS, _OF_OTHERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What stands behind an answer.

    Events are those in its rows; where it names none, those of its participations, or else of its actors, or else
    of its topics, treaties, series and places. Sources are the documents that speak of a thing in its rows.
    """

    columns: tuple[str, ...]
    rows: int
    events: int
    sources: int
    languages: tuple[tuple[str, int], ...]
    """Each language with the number of sources in it."""
    years: tuple[str, ...]
    actors: int
    """People, institutions and unnamed office-holders that have a part in these events."""
    unresolved: int
    """Those of them without a name, and institutions that the authority does not know."""
    without: tuple[LeftOut, ...]
    """The answer without each of the sources, by their titles."""

    @property
    def share_unresolved(self) -> float | None:
        """The share of unresolved actors, 0 to 1; None where there are no actors."""
        return self.unresolved / self.actors if self.actors else None


def coverage(engine: Engine, query: NamedQuery, bindings: Bindings) -> Coverage:
    """What stands behind the answer to a query.

    Raises:
        InputError: the query is an ASK, or cannot be answered.
    """
    table = as_table(answer(engine, query, bindings))
    named = _named(table)
    events = _events(engine, named)
    told = _asked(engine, _SOURCES, "thing", named)
    sources = _titles(told)
    actors = {row[0]: row[1] for row in _asked(engine, _ACTORS, "event", events)}
    without = Without(engine, query) if sources else None
    return Coverage(
        columns=table.columns,
        rows=len(table),
        events=len(events),
        sources=len(sources),
        languages=_languages(told),
        years=tuple(sorted({row[0].value for row in _asked(engine, _YEARS, "event", events) if row[0] is not None})),
        actors=len(actors),
        unresolved=sum(known is None for known in actors.values()),
        without=_left_out(without, sources, table, bindings) if without else (),
    )


def _left_out(without: Without, sources: dict[Term, str], table: Table, bindings: Bindings) -> tuple[LeftOut, ...]:
    return tuple(
        compared(document, title, table, without.answer(document, bindings)) for document, title in sources.items()
    )


def _titles(told: tuple[Row, ...]) -> dict[Term, str]:
    """The documents by their titles: the first in order where one has several."""
    pairs = {(row[1].value, row[0].value, row[0]) for row in told if row[0] is not None and row[1] is not None}
    first = {document: title for title, _, document in sorted(pairs, key=lambda one: one[:2], reverse=True)}
    return dict(sorted(first.items(), key=lambda one: (one[1], one[0].value)))


def _named(table: Table) -> list[Term]:
    """What the rows are about: the things in them, or the concepts where they name nothing else."""
    found = {one for row in table for one in things(row)}
    return sorted({one for one in found if one.value.startswith(ID)} or found, key=lambda one: one.value)


def _events(engine: Engine, named: list[Term]) -> list[Term]:
    for pattern in _PATTERNS:
        found = {row[0] for row in _asked(engine, pattern, "thing", named)} - {None}
        if found:
            return sorted((one for one in found if one is not None), key=lambda one: one.value)
    return []


def _asked(engine: Engine, text: str, column: str, values: list[Term]) -> tuple[Row, ...]:
    """The rows for all values, each once; asked in batches, for a query has a longest length."""
    found: dict[Row, None] = {}
    for start in range(0, len(values), _BATCH):
        batch = ((one,) for one in values[start : start + _BATCH])
        found |= dict.fromkeys(engine.select(with_rows(text, [column], batch)).rows)
    return tuple(found)


def _languages(told: tuple[Row, ...]) -> tuple[tuple[str, int], ...]:
    pairs = {(row[0], row[2].value) for row in told if row[2] is not None}
    return tuple(sorted(Counter(language for _, language in pairs).items()))
