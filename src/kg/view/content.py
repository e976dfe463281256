"""What the page holds beside the picture: names, details, statements, passages and documents, as plain JSON values.

Things go by the ids of `rows.local`. A value is an object with one key that says what it is: `thing` (an id with a
name), `link` (an IRI), `text`, `date`, or `count`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kg.view.facts import Columns, Facts, Quote
from kg.view.names import by_language, last_part
from kg.view.rows import local
from kg.view.scene import Scene
from kg.vocab import terms

if TYPE_CHECKING:
    from kg.query import Term

DETAILS: Final[dict[str, str]] = {
    terms.START_DATE: "start",
    terms.END_DATE: "end",
    terms.ADDITIONAL_TYPE: "type",
    terms.CLASSIFICATION: "type",
    terms.LOCATION: "location",
    terms.IN_SERIES: "series",
    terms.ABOUT: "topic",
    terms.MENTIONS: "mentions",
    terms.SUB_ORGANIZATION_OF: "belongs_to",
    terms.SEAT: "seat",
    terms.WITHIN: "within",
    terms.COMPOSED_OF: "composed_of",
    terms.PARTIALLY_COMPOSED_OF: "partly_composed_of",
    terms.URL: "website",
    terms.EXACT_MATCH: "same_elsewhere",
}
"""What the panel shows of a thing, in this order, under these words."""

DATES: Final = (terms.XSD_DATE, terms.XSD_DATE_TIME, terms.XSD_YEAR, terms.XSD_YEAR_MONTH)


def content(scene: Scene, facts: Facts) -> dict[str, Any]:
    """All of it, with nothing that no panel shows."""
    alone, counts = untied(scene, facts), counted(facts)
    things = {
        node: {
            "details": details(node, facts, counts),
            "statements": alone.get(node, []),
            "evidence": list(facts.evidence.get(node, ())),
        }
        for node in scene.nodes
    }
    statements = {
        one: _statement(columns, facts.evidence.get(one, ()))
        for one, columns in sorted({**facts.participations, **facts.tenures}.items())
    }
    quotes = sorted({one for holder in _objects([things, statements]) for one in holder.get("evidence", ())})
    texts = sorted({facts.quotes[one].text for one in quotes})
    return {
        "things": things,
        "statements": statements,
        "names": _names(facts, {*scene.nodes, *_mentioned(things, statements)}),
        "quotes": {one: _quote(facts.quotes[one]) for one in quotes},
        "documents": {text: document(facts.documents.get(text, {})) for text in texts},
    }


def untied(scene: Scene, facts: Facts) -> dict[str, list[str]]:
    """Statements that no line shows, by the node whose panel tells them: an office without a body, an unnamed guest."""
    tied = {statement for tie in scene.ties for statement in tie.statements}
    found: dict[str, list[str]] = {}
    for statements, column in ((facts.participations, "event"), (facts.tenures, "person")):
        for statement, columns in statements.items():
            for node in columns[column] if statement not in tied else ():
                found.setdefault(node, []).append(statement)
    return found


def counted(facts: Facts) -> dict[str, list[str]]:
    """The headcounts of each event."""
    found: dict[str, list[str]] = {}
    for statement, columns in facts.headcounts.items():
        for event in columns["event"]:
            found.setdefault(event, []).append(statement)
    return found


def details(node: str, facts: Facts, counts: Mapping[str, Sequence[str]]) -> list[list[Any]]:
    """What the panel shows of a thing: words of `DETAILS`, each with its values; `counts` are those of `counted`."""
    values: dict[str, list[dict[str, Any]]] = {}
    for relation, word in DETAILS.items():
        for term in facts.details.get(node, {}).get(relation, ()):
            values.setdefault(word, []).append(_value(term, facts))
    for statement in counts.get(node, ()):
        count = _count(facts.headcounts[statement], facts.evidence.get(statement, ()))
        values.setdefault("headcount", []).append(count)
    return [[word, found] for word, found in values.items()]


def _value(term: "Term", facts: Facts) -> dict[str, Any]:
    if term.kind == "iri":
        thing = local(term.value)
        return {"thing": thing} if thing in facts.names else {"link": term.value}
    if term.datatype in DATES:
        return {"date": term.value}
    return {"text": term.value}


def _count(columns: Columns, evidence: Sequence[str]) -> dict[str, Any]:
    ways = ("least", "most", "value")
    way = next((way for way in ways if way in columns), "value")
    how = "about" if way == "value" and columns.get("approximate") == ("true",) else way
    return {"count": " / ".join(columns.get(way, ("?",))), "how": how, "evidence": list(evidence)}


def _statement(columns: Columns, evidence: Sequence[str]) -> dict[str, Any]:
    kept = ("role", "post", "body", "factuality", "attested", "period")
    return {**{column: list(columns[column]) for column in kept if column in columns}, "evidence": list(evidence)}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object in a value, at any depth."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from _objects(one)


def _mentioned(things: Mapping[str, Any], statements: Mapping[str, Any]) -> Iterator[str]:
    yield from (holder["thing"] for holder in _objects(things) if "thing" in holder)
    for statement in statements.values():
        for column in ("role", "post", "body", "factuality"):
            yield from statement.get(column, ())


def _names(facts: Facts, things: set[str]) -> dict[str, Any]:
    """Of each thing the name to show in each language, and all names with their languages where there are more."""
    out = {}
    for thing in sorted(things):
        names = facts.names.get(thing, ())
        out[thing] = {
            "name": by_language(names, last_part(thing)),
            "all": [[name.text, name.language] for name in names],
        }
    return out


def _quote(quote: Quote) -> dict[str, str]:
    return {"text": quote.text, "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}


def document(columns: Columns) -> dict[str, Any]:
    """Title, address, language and date of a document; one that has none of them is known by its id."""
    named = {column: columns[column][0] for column in ("title", "language", "issued") if column in columns}
    web = [url for url in columns.get("url", ()) if url.startswith(("https://", "http://"))]
    return {"title": columns.get("document", ("",))[0], **named, **({"url": web[0]} if len(web) > 0 else {})}
