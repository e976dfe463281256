"""Where the cells of a table lead."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg import query
from kg.cli.links import links
from kg.query import Table, iri, literal
from kg.query.embedded import EmbeddedEngine
from kg.query.library import find
from kg.vocab.namespaces import ID

PAGE = "https://example.org/forum/bericht"


@pytest.fixture
def engine() -> EmbeddedEngine:
    store = Store()
    store.load(path=Path(__file__).parents[1] / "graphs" / "example.trig", format=RdfFormat.TRIG)
    return query.engine_over(store)


def test_a_quote_leads_to_its_passage_and_a_source_to_its_page(engine: EmbeddedEngine) -> None:
    columns = ("quote", "source", "document")
    row = (literal("Anna Keller"), literal("Bericht"), iri(ID + "document-bericht-forum"))
    assert links(Table(columns, (row,)), engine) == {(0, 0): f"{PAGE}#:~:text=Anna%20Keller", (0, 1): PAGE}


def test_what_has_no_address_has_no_link(engine: EmbeddedEngine) -> None:
    columns = ("quote", "document")
    unknown = (literal("x"), iri(ID + "document-journee-du-rail"))
    assert links(Table(columns, (unknown, (literal("x"), None))), engine) == {}
    assert links(Table(("quote",), ((literal("x"),),)), engine) == {}
    assert links(Table(("url", "quote"), ((None, literal("x")),)), engine) == {}
    assert links(Table(("document",), ((literal("no IRI"),),)), engine) == {}


def test_the_evidence_of_a_person_is_linked(engine: EmbeddedEngine) -> None:
    named = find("evidence-of-a-person")
    table = engine.select(named.text, query.bind(named, {"person": "Anna Keller"}, engine))
    place = table.columns.index("quote")
    assert len([1 for _, column in links(table, engine) if column == place]) == len(table)
