"""The rows of the query `brokers` without its joins: what the text says, counted on sets.

The pairs of an institution's partners that never met are all pairs of its partners less those that met, its triangles.
SPARQL has to write out every pair of partners; a set of partners as the bits of one number meets another in a step: 0.4
seconds and not 9.5 at 131,000 quads. A test holds these rows equal to those of the text.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Final

from kg.query.engine import Bindings, Engine
from kg.query.terms import Row, Table, Term, literal
from kg.vocab.namespaces import XSD

COLUMNS: Final = ("bodyName", "pairs", "body")
_MEMBERS: Final = """
SELECT DISTINCT ?event ?body WHERE {
  ?part kg:onBehalfOf ?body ; kg:in ?session .
  ?session kg:partOf* ?event . FILTER NOT EXISTS { ?event kg:partOf ?above }
}"""
_NAMES: Final = """
SELECT ?body ?name WHERE {
  { SELECT DISTINCT ?body WHERE { ?part kg:onBehalfOf ?body } }
  ?body skos:prefLabel ?name
}"""


def brokers(engine: Engine, bindings: Bindings) -> Table:
    """Which institutions connect partners that never met each other, the most such pairs first."""
    partners = _partners(engine)
    pairs = {body: count for body, count in _unmet(partners).items() if count}
    names = _names(engine, bindings["language"].value)
    rows: list[Row] = [
        (names.get(body), literal(str(count), XSD + "integer"), body)
        for body, count in sorted(pairs.items(), key=lambda one: (-one[1], _text(names.get(one[0])), one[0].value))
    ]
    return Table(COLUMNS, tuple(rows))


def _partners(engine: Engine) -> Mapping[Term, set[Term]]:
    """Whom each institution met."""
    present: dict[Term | None, list[Term]] = defaultdict(list)
    for event, body in engine.stream(_MEMBERS):
        if body is not None:
            present[event].append(body)
    met: dict[Term, set[Term]] = defaultdict(set)
    for bodies in present.values():
        for left, right in combinations(bodies, 2):
            met[left].add(right)
            met[right].add(left)
    return met


def _unmet(partners: Mapping[Term, set[Term]]) -> dict[Term, int]:
    """For each institution the pairs of its partners that never met."""
    by_ties = sorted(partners, key=lambda body: (-len(partners[body]), body.value))
    place = {body: index for index, body in enumerate(by_ties)}
    bits = [sum(1 << place[other] for other in partners[body]) for body in by_ties]
    return {
        body: len(partners[body]) * (len(partners[body]) - 1) // 2
        - sum((bits[place[body]] & bits[place[other]]).bit_count() for other in partners[body]) // 2
        for body in by_ties
    }


def _names(engine: Engine, language: str) -> dict[Term, Term]:
    """The name of each institution as the text finds it: in the language, or the first of any."""
    found: dict[Term, dict[bool, list[str]]] = defaultdict(lambda: defaultdict(list))
    for body, name in engine.stream(_NAMES):
        if body is not None and name is not None:
            found[body][name.language == language].append(name.value)
    return {body: literal(min(said[True] or said[False])) for body, said in found.items()}


def _text(name: Term | None) -> str:
    return "" if name is None else name.value
