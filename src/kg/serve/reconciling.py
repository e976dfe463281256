"""Which things a name can mean: candidates with their scores, and whether the first is so clear that it is a match."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, Final

from kg.resolve.match.candidates import TABLE, findings_of
from kg.resolve.match.described import Described
from kg.resolve.match.described_facts import FACTS
from kg.resolve.match.forms import Reader
from kg.resolve.match.letters import alike_letters, closeness, respelt
from kg.resolve.match.vocabulary import PLACE
from kg.resolve.match.weights import Finding, weights_of
from kg.serve.asking import Query
from kg.serve.catalogue import description, typed, types_of
from kg.serve.describing import Asked, described, territories, types_in
from kg.serve.index import Index
from kg.serve.things import Thing, Things
from kg.serve.words import settings

_UNLIKE: Final = frozenset({"other_name", "alike_name"})
"""What a slip of the pen explains."""
_REMEMBERED: Final = 50_000
"""Queries after which the names that were asked for are forgotten."""
_NAMESAKE: Final = frozenset({"same_name", "same_meaning"})
_SETTLED: Final = _NAMESAKE | {"near_name", "same_acronym"}
"""Names of which the letters have nothing more to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A candidate: what speaks for and against it, and the sum."""

    thing: Thing
    findings: tuple[Finding, ...]
    total: float
    closeness: float
    """How alike the names are letter by letter, in percent: the order among those of one sum."""


class Reconciler:
    """Answers queries over things that are indexed once."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._reader = Reader(territories(things))
        self._index = Index(things, self._reader)
        self._asked = Asked(things)
        self._described = {thing.id: described(thing, things) for thing in things.values()}
        self._types = {thing.id: types_of(thing) for thing in things.values()}
        self._count = count(1)
        self._by_code: dict[object, list[str]] = {}
        for id_, one in self._described.items():
            for code in one.codes:
                self._by_code.setdefault(code, []).append(id_)

    def answer(self, query: Query, language: str) -> list[dict[str, Any]]:
        """The candidates for a query, as the protocol writes them; the best first."""
        found = self.candidates(query)
        clear = self._is_clear(found)
        reachable = self._reachable(query)
        return [
            self._written(one, min(100.0, round(100 * one.total / reachable, 1)), clear and at == 0, language)
            for at, one in enumerate(found[: query.limit])
        ]

    def candidates(self, query: Query) -> list[Scored]:
        """All candidates that are worth showing, in order."""
        if next(self._count) % _REMEMBERED == 0:
            self._reader.forget()
        asked = self._asked.described(query.text.strip(), query.given)
        ids = self._index.near(query.text, lambda thing: self._is_of(thing, query)) if query.text.strip() else []
        coded = [one for code in sorted(asked.codes, key=str) for one in self._by_code.get(code, ())]
        ids += [one for one in coded if self._is_of(self._things[one], query)]
        scored = (self._scored(asked, self._things[one]) for one in dict.fromkeys(ids))
        kept = (one for one in scored if one.total >= settings()["shown"])
        return sorted(kept, key=lambda one: (-one.total, -one.closeness, one.thing.id))

    def _is_of(self, thing: Thing, query: Query) -> bool:
        mine = self._types[thing.id]
        return not query.types or (all if query.every else any)(one in mine for one in query.types)

    def _scored(self, asked: Described, thing: Thing) -> Scored:
        other = self._described[thing.id]
        spelt = tuple(respelt(name, other.names) for name in asked.names)
        findings = self._findings(replace(asked, types=types_in(thing), names=spelt), other)
        total, close = weights_of(TABLE).score(findings), closeness(spelt, other.names)
        return Scored(thing=thing, findings=findings, total=total, closeness=close)

    def _findings(self, asked: Described, other: Described) -> tuple[Finding, ...]:
        if not asked.names:
            facts = (feature(asked, other, self._reader) for feature in FACTS)
            return tuple(finding for finding in facts if finding is not None)
        found = findings_of(asked, other, self._reader)
        if any(finding.feature in _SETTLED for finding in found) or self._elsewhere(asked, other):
            return found
        near = alike_letters(asked.names, other.names)
        unlike = _UNLIKE if asked.kinds else _UNLIKE | {"kinds_differ"}
        return found if near is None else (near, *(one for one in found if one.feature not in unlike))

    def _elsewhere(self, asked: Described, other: Described) -> bool:
        """Whether the names say two places: *de la Meuse* is no slip for *de la Moselle*."""
        mine, theirs = (
            {place for name in one.names for place in self._reader.form(name).of(PLACE)} for one in (asked, other)
        )
        return bool(mine and theirs and not mine & theirs)

    def _is_clear(self, found: list[Scored]) -> bool:
        """Whether the first is beyond doubt: enough speaks for it, and for no other nearly as much."""
        if not found:
            return False
        table: Mapping[str, float] = settings()["match"]
        enough = table["Person" if "Person" in found[0].thing.classes else "other"]
        ahead = all(found[0].total - one.total >= self._margin(one) for one in found[1:])
        return found[0].total >= enough and ahead

    @staticmethod
    def _margin(rival: Scored) -> float:
        """By how much the first must be ahead: of a thing of the same name, more than of one with a name like it."""
        margin: Mapping[str, float] = settings()["margin"]
        return margin["homonym" if any(one.feature in _NAMESAKE for one in rival.findings) else "other"]

    def _reachable(self, query: Query) -> float:
        """The sum that a candidate gets of which all that is asked is true."""
        facts: Mapping[str, float] = settings()["facts"]
        name: float = settings()["reachable"] if query.text.strip() else 0.0
        return name + sum(facts.get(one, 0.0) for one in query.given) or 1.0

    def _written(self, one: Scored, score: float, match: bool, language: str) -> dict[str, Any]:
        weights = weights_of(TABLE).weights
        return {
            "id": one.thing.id,
            "name": one.thing.name(language),
            "type": typed(self._types[one.thing.id], language),
            "score": score,
            "match": match,
            "features": [{"id": finding.feature, "value": weights[finding.feature]} for finding in one.findings],
            "description": description(one.thing, self._things, language),
        }
