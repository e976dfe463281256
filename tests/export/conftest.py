"""Graphs to export: a small one with everything in it, and one whose words are out to break a format."""

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from kg.query import EmbeddedEngine, engine_over
from kg.vocab import terms as t
from kg.vocab.namespaces import GRAPH, ID, KG, XSD

SMALL = Path(__file__).with_name("small.trig")

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    'quotes " and \' and \\ and """ and \\u0041',
    "line\nbreaks\r\nand\ttabs",
    "right \u202eto left\u202c, \u0627\u0644\u062d\u062f\u0648\u062f",
    "emoji \U0001f1f1\U0001f1fa and astral \U0001d538",
    "separators \u0085 \u2028 \u2029 \ufeff",
    "]]> &amp; &lt; <!-- --> <?x ?>",
    "@prefix a: <b> . # } . _:b",
    "  spaces  ",
    "",
    '=HYPERLINK("https://example.org")',
    "2023-05-11",
    "true",
)
BEYOND_XML = "a\u0000b\u0001c\u0008d\u000be\u001bf\u007fg\ufffeh\uffff"


def node(name: str) -> NamedNode:
    return NamedNode(ID + name)


def hostile_store(*words: str) -> Store:
    store = Store()
    graph = NamedNode(GRAPH + "text-hostile")
    for number, text in enumerate(words):
        subject = node(f"event-{number}")
        for predicate, value in (
            (t.TYPE, NamedNode(t.EVENT)),
            (t.NAME, Literal(text, language="fr")),
            (t.NAME, Literal(text)),
            (t.LABEL, Literal(text)),
            (t.START_DATE, Literal(text)),
            (t.PART_OF, node(f"event-{number + 1}")),
            (t.AS_STATED, Literal(text, datatype=NamedNode(KG + "odd"))),
        ):
            store.add(Quad(subject, NamedNode(predicate), value, graph))
    return store


def odd_store() -> Store:
    """Shapes that no build makes but a graph may have: circles, numbers out of form, strange nodes and properties."""
    store = Store()
    a, b = node("event-a"), node("event-b")
    rows: list[tuple[NamedNode | BlankNode, str, NamedNode | BlankNode | Literal]] = [
        (a, t.PART_OF, b),
        (b, t.PART_OF, a),
        (a, t.IN, a),
        (node("participation-1"), t.IN, a),
        (node("participation-1"), t.IN, b),
        (a, t.HAS_SELECTOR, a),
        (a, t.ROLE_OF, NamedNode("https://w3id.org/grkg/role/evidence")),
        (a, t.ROLE_OF, NamedNode("https://w3id.org/grkg/role/a%20b")),
        (a, t.ROLE_OF, NamedNode("https://example.org/role")),
        (a, t.ROLE_OF, Literal("speaker")),
        (a, t.TYPE, Literal("no class")),
        (a, t.POSITION, Literal("123456789012345678901234567890", datatype=NamedNode(t.XSD_INTEGER))),
        (a, t.POSITION, Literal("first")),
        (a, t.VALUE, Literal("1.5E3", datatype=NamedNode(XSD + "double"))),
        (a, t.VALUE, Literal("1.50", datatype=NamedNode(XSD + "decimal"))),
        (a, t.URL, Literal("https://example.org")),
        (a, "https://example.org/vocabulary/own.name", Literal("x", language="de-at")),
        (a, "https://schema.org/", Literal("y")),
        (BlankNode("b0"), t.PART_OF, a),
        (a, t.EVIDENCE_OF, BlankNode("b1")),
        (NamedNode("urn:isbn:1"), t.LABEL, Literal("a book")),
        (NamedNode("https://w3id.org/grkg/"), t.LABEL, Literal("the base")),
    ]
    for position in range(40):
        rows.append((node(f"event-deep-{position}"), t.PART_OF, node(f"event-deep-{position + 1}")))
    for subject, predicate, value in rows:
        store.add(Quad(subject, NamedNode(predicate), value, NamedNode(GRAPH + "text-odd")))
    store.add(Quad(a, NamedNode(t.LABEL), Literal("in no graph")))
    return store


@pytest.fixture
def small() -> EmbeddedEngine:
    store = Store()
    store.load(path=SMALL, format=RdfFormat.TRIG)
    return engine_over(store)


@pytest.fixture
def hostile() -> EmbeddedEngine:
    return engine_over(hostile_store(*HOSTILE))


@pytest.fixture
def odd() -> EmbeddedEngine:
    return engine_over(odd_store())


@pytest.fixture
def beyond_xml() -> EmbeddedEngine:
    return engine_over(hostile_store(BEYOND_XML))
