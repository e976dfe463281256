"""What the panels of the page tell: statements, passages, documents, details, and what can be filtered by."""

from collections.abc import Iterable, Mapping
from typing import Final

from kg import jsonl
from kg.view.content import DETAILS, counted, details, document, untied
from kg.view.desk.belonging import Belonging
from kg.view.desk.moments import between, each
from kg.view.desk.order import Order
from kg.view.desk.packing import Block
from kg.view.desk.strings import Strings
from kg.view.facts import Columns, Facts
from kg.view.rows import local
from kg.view.scene import Scene

UNSTATED: Final = 255
"""Stands for a confidence that is not given."""
THINGS: Final = ("event", "participant", "person", "role", "post", "body", "office", "factuality")
"""The columns of statements that name things."""


def mentioned(scene: Scene, facts: Facts, belonging: Belonging) -> set[str]:
    """The ids of all things that the panels name."""
    found = {thing for one in _statements(facts).values() for column in THINGS for thing in one.get(column, ())}
    for node in scene.nodes:
        terms = [term for relation in DETAILS for term in facts.details.get(node, {}).get(relation, ())]
        found.update(
            thing for thing in (local(term.value) for term in terms if term.kind == "iri") if thing in facts.names
        )
        for things in (belonging.kinds, belonging.topics, belonging.territories, belonging.countries):
            found.update(things(node))
    return found


def tables(scene: Scene, facts: Facts, order: Order, belonging: Belonging) -> Block:
    """The block of everything but the picture.

    Args:
        scene: what is drawn.
        facts: the graph.
        order: the numbers of nodes and ties.
        belonging: what nodes are filtered by.
    """
    block = Block({"documents": {text: document(facts.documents.get(text, {})) for text in _texts(facts)}})
    number = {statement: index for index, statement in enumerate(_statements(facts))}
    quotes = {quote: index for index, quote in enumerate(sorted(facts.quotes))}
    block.texts("statementIds", number)
    block.lists("tieStatements", "u4", [[number[one] for one in tie.statements] for tie in order.ties])
    _add_statements(block, facts, order, belonging)
    _add_nodes(block, scene, facts, order)
    _add_facets(block, order, belonging)
    _add_evidence(block, facts, order, quotes)
    return block


def _texts(facts: Facts) -> list[str]:
    """All texts that are known or quoted: a graph may quote one of whose document it says nothing."""
    return sorted({*facts.documents, *(quote.text for quote in facts.quotes.values())})


def _statements(facts: Facts) -> dict[str, Columns]:
    """Participations and tenures, by id."""
    return dict(sorted({**facts.participations, **facts.tenures}.items()))


def _add_statements(block: Block, facts: Facts, order: Order, belonging: Belonging) -> None:
    found = list(_statements(facts).values())
    for column in THINGS:
        block.lists(column, "u4", [order.numbers(one.get(column, ())) for one in found])
    block.numbers("confidence", "u1", [_hundredths(one.get("confidence", ())) for one in found])
    block.lists("moments", "i4", [moments(one, belonging) for one in found])
    words = Strings()
    for column in ("attested", "period"):
        block.lists(column, "u4", [words.numbers(one.get(column, ())) for one in found])
    block.texts("words", words.all())


def _hundredths(confidence: Iterable[str]) -> int:
    """The least that is given, in hundredths."""
    return min((round(float(one) * 100) for one in confidence), default=UNSTATED)


def moments(statement: Columns, belonging: Belonging) -> list[int]:
    """When a statement holds, as first and last days: those of the event, or those on which an office is attested."""
    if "event" in statement:
        return [day for event in statement["event"] for day in between(belonging.dates(event))]
    periods = [between(period.split("/")) for period in statement.get("period", ())]
    return [*each(statement.get("attested", ())), *(day for period in periods for day in period)]


def _add_nodes(block: Block, scene: Scene, facts: Facts, order: Order) -> None:
    alone = untied(scene, facts)
    drawn = order.nodes[: order.drawn]
    number = {statement: index for index, statement in enumerate(_statements(facts))}
    block.lists("alone", "u4", [[number[one] for one in alone.get(node, ())] for node in drawn])
    counts = counted(facts)
    block.texts("details", [jsonl.line(details(node, facts, counts)) for node in drawn])


def _add_facets(block: Block, order: Order, belonging: Belonging) -> None:
    drawn = order.nodes[: order.drawn]
    facets = {
        "organisation": belonging.kinds,
        "topic": belonging.topics,
        "territory": belonging.territories,
        "country": belonging.countries,
    }
    for facet, things in facets.items():
        block.lists(facet, "u4", [order.numbers(things(node)) for node in drawn])
    block.lists("when", "i4", [between(belonging.dates(node)) for node in drawn])
    block.numbers("whole", "u4", [order.number[belonging.whole(node)] for node in drawn])


def _add_evidence(block: Block, facts: Facts, order: Order, quotes: Mapping[str, int]) -> None:
    """The passages of statements and of nodes, and their words."""
    holders = {"statementQuotes": _statements(facts), "nodeQuotes": order.nodes[: order.drawn]}
    for name, holder in holders.items():
        block.lists(name, "u4", [[quotes[one] for one in facts.evidence.get(thing, ())] for thing in holder])
    texts = {text: index for index, text in enumerate(_texts(facts))}
    found = [facts.quotes[one] for one in quotes]
    block.texts("quoteIds", quotes)
    block.numbers("quoteText", "u4", [texts[quote.text] for quote in found])
    for part in ("exact", "prefix", "suffix"):
        block.texts(part, [getattr(quote, part) for quote in found])
