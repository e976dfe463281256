"""Everything the page shows, as the queries of `queries/view/` give it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.view.kinds import KIND_OF_CLASS, PLACES
from kg.view.names import RANK, Name
from kg.view.rows import grouped, local, rows
from kg.vocab import terms

if TYPE_CHECKING:
    from kg.query import Engine, Term

Columns: TypeAlias = Mapping[str, tuple[str, ...]]
"""The columns of one statement, each with its values; a column without one is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One passage of a page.

    Attributes:
        text: the id of the text version that it stands in.
        exact: the words.
        prefix: a few characters before them.
        suffix: a few characters after them.
    """

    text: str
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the graph says, by id of the thing or statement.

    Attributes:
        kinds: the kind as which a thing is drawn.
        places: the territories.
        areas: those of them that lie across borders.
        names: all names, the ones it goes by first.
        participations: who took part in what.
        tenures: who held which office.
        details: of a thing, the values of each property.
        headcounts: how many came.
        evidence: of a thing or statement, the ids of its passages in the order of the page.
        quotes: the passages.
        documents: of a text, its document.
    """

    kinds: Mapping[str, str]
    places: frozenset[str]
    areas: frozenset[str]
    names: Mapping[str, Sequence[Name]]
    participations: Mapping[str, Columns]
    tenures: Mapping[str, Columns]
    details: Mapping[str, Mapping[str, Sequence["Term"]]]
    headcounts: Mapping[str, Columns]
    evidence: Mapping[str, Sequence[str]]
    quotes: Mapping[str, Quote]
    documents: Mapping[str, Columns]

    def linked(self, thing: str, relation: str) -> tuple[str, ...]:
        """The ids of the things that `relation` leads to."""
        return tuple(local(term.value) for term in self.details.get(thing, {}).get(relation, ()) if term.kind == "iri")


def read(engine: "Engine") -> Facts:
    """Ask the graph for everything the page shows."""
    classes = grouped(engine, "classes", "thing")
    evidence, quotes = _evidence(engine)
    return Facts(
        kinds={thing: kind for thing, row in classes.items() if (kind := _kind(row["class"])) is not None},
        places=frozenset(thing for thing, row in classes.items() if not set(PLACES).isdisjoint(row["class"])),
        areas=frozenset(thing for thing, row in classes.items() if terms.CROSS_BORDER_AREA in row["class"]),
        names=_names(engine),
        participations=grouped(engine, "participations", "statement"),
        tenures=grouped(engine, "tenures", "statement"),
        details=_details(engine),
        headcounts=grouped(engine, "headcounts", "statement"),
        evidence=evidence,
        quotes=quotes,
        documents=grouped(engine, "documents", "text"),
    )


def _kind(classes: Sequence[str]) -> str | None:
    kinds = [kind for name, kind in KIND_OF_CLASS.items() if name in classes]
    return None if len(kinds) == 0 else kinds[-1]


def _names(engine: "Engine") -> dict[str, list[Name]]:
    found: dict[str, set[Name]] = defaultdict(set)
    for row in rows(engine, "names"):
        name = row["name"]
        rank = RANK[row["property"].value]
        found[local(row["thing"].value)].add(Name(rank, name.value, name.language or ""))
    return {thing: sorted(names) for thing, names in found.items()}


def _details(engine: "Engine") -> dict[str, dict[str, list["Term"]]]:
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(engine, "details"):
        found[local(row["thing"].value)][row["property"].value].append(row["value"])
    for values in (values for relations in found.values() for values in relations.values()):
        values.sort(key=lambda term: (term.kind, term.value, term.datatype or "", term.language or ""))
    return found


def _evidence(engine: "Engine") -> tuple[dict[str, list[str]], dict[str, Quote]]:
    order: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    quotes: dict[str, Quote] = {}
    for row in rows(engine, "evidence"):
        text, one = local(row["text"].value), local(row["evidence"].value)
        order[local(row["statement"].value)].append((text, int(row["start"].value), one))
        context = {side: row[side].value if side in row else "" for side in ("prefix", "suffix")}
        quotes[one] = Quote(text=text, exact=row["exact"].value, **context)
    return {statement: [one for _, _, one in sorted(set(places))] for statement, places in order.items()}, quotes
