"""Reads the graph into things, by the queries of `queries/serve/`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kg import assets
from kg.serve.things import Name, Thing
from kg.vocab import terms
from kg.vocab.namespaces import CODE, ID, KG

if TYPE_CHECKING:
    from kg.query import Bindings, Engine, Term

_RANKS: Final = {terms.ALT_LABEL: 1, terms.ACRONYM: 2}
_PROPERTIES: Final[Mapping[str, str]] = {
    terms.CLASSIFICATION: "kind",
    terms.ADDITIONAL_TYPE: "kind",
    terms.SEAT: "seat",
    terms.COMPETENT_FOR: "territory",
    terms.WITHIN: "within",
    terms.LOCATION: "location",
    terms.SUB_ORGANIZATION_OF: "part-of",
    terms.PART_OF: "part-of",
    terms.NOTATION: "codes",
    terms.EXACT_MATCH: "exact-match",
    terms.URL: "website",
    terms.VALID_FROM: "began",
    terms.VALID_THROUGH: "ended",
    terms.START_DATE: "start",
    terms.END_DATE: "end",
    terms.DATE_DOCUMENT: "start",
}
_NARROW: Final = ("Session", "CrossBorderArea", "Group")

_Facts = defaultdict[str, defaultdict[str, set[str]]]


def rows(engine: "Engine", name: str, bindings: "Bindings | None" = None) -> Iterator[dict[str, "Term"]]:
    """Run `queries/serve/NAME.rq`; each row holds its bound columns only."""
    table = engine.select(assets.text(assets.path(f"queries/serve/{name}.rq")), bindings or {})
    for row in table.rows:
        yield {column: term for column, term in zip(table.columns, row, strict=True) if term is not None}


def local(iri: str) -> str:
    """The id of a thing or concept: what follows the space that it is named in."""
    return iri.removeprefix(ID).removeprefix(assets.BASE)


def read(engine: "Engine") -> dict[str, Thing]:
    """Everything in the graph that has a class and a name, by id."""
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(engine, "classes"):
        classes[local(row["thing"].value)].add(row["class"].value.removeprefix(KG))
    names = _names(engine)
    facts = _facts(engine)
    events, days = _activity(engine, names, facts)
    return {
        thing: Thing(
            id=thing,
            classes=tuple(sorted(mine, key=lambda one: (one not in _NARROW, one))),
            names=tuple(sorted(names[thing])),
            facts={name: tuple(sorted(values)) for name, values in sorted(facts[thing].items())},
            events=frozenset(events[thing]),
            attested=tuple(sorted(days[thing])),
        )
        for thing, mine in sorted(classes.items())
        if names[thing]
    }


def _names(engine: "Engine") -> defaultdict[str, set[Name]]:
    found: defaultdict[str, set[Name]] = defaultdict(set)
    for row in rows(engine, "names"):
        name = row["name"]
        rank = _RANKS.get(row["property"].value, 0)
        found[local(row["thing"].value)].add(Name(rank, name.language or "", name.value))
    return found


def _facts(engine: "Engine") -> _Facts:
    found: _Facts = defaultdict(lambda: defaultdict(set))
    for row in rows(engine, "facts"):
        value = row["value"]
        text = local(value.value) if value.kind == "iri" else value.value
        if value.datatype is not None and value.datatype.startswith(CODE):
            text = f"{value.datatype.removeprefix(CODE)}:{text}"
        found[local(row["thing"].value)][_PROPERTIES[row["property"].value]].add(text)
    return found


def _activity(
    engine: "Engine", names: Mapping[str, set[Name]], facts: _Facts
) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    """The events and the days of each actor; its offices and bodies become facts. A session counts as its event."""
    events: defaultdict[str, set[str]] = defaultdict(set)
    days: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(engine, "participations"):
        event = local(row["event"].value)
        whole = min(facts[event]["part-of"], default=event)
        for actor in {local(row[column].value) for column in ("participant", "body") if column in row}:
            events[actor].add(whole)
            days[actor] |= {day[:10] for day in facts[event]["start"] or facts[whole]["start"]}
        _acting(row, "participant", names, facts)
    for row in rows(engine, "tenures"):
        person = local(row["person"].value)
        days[person] |= {row["attested"].value[:10]} if "attested" in row else set()
        _acting(row, "person", names, facts)
    return events, days


def _acting(row: Mapping[str, "Term"], column: str, names: Mapping[str, set[Name]], facts: _Facts) -> None:
    """The office and the body of one statement, as facts of who holds or acts for them."""
    actor = local(row[column].value) if column in row else ""
    if "body" in row and local(row["body"].value) != actor:
        facts[actor]["acts-for"].add(local(row["body"].value))
    if "post" in row:
        facts[actor]["offices"] |= {name.text for name in names[local(row["post"].value)]}
