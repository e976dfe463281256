import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import InputError
from kg.query import Term, engine_over, iri, literal
from kg.query.binding import bound
from kg.query.embedded import EmbeddedEngine
from kg.query.lexing import tokens
from kg.query.rdflib_engine import RdflibEngine
from kg.vocab.namespaces import XSD

NASTY = [
    '"',
    "'",
    '"""',
    "}",
    "} } #",
    "#",
    "\\",
    "\n",
    "\r\n",
    "?x",
    "<a:b>",
    '" } UNION { ?s ?p ?o } #',
    "\u2028",
    "\x00",
    "é",
]


def asked(text: str, **bindings: Term) -> str:
    return bound(text, tokens(text), bindings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x { ?x ?p ?o }", 'SELECT ?x { VALUES (?x) { ("v") }  ?x ?p ?o }'),
        ("ASK { ?x ?p ?o }", 'ASK { VALUES (?x) { ("v") }  ?x ?p ?o }'),
        ("CONSTRUCT { ?x ?p 1 } WHERE { ?x ?p ?o }", 'CONSTRUCT { ?x ?p 1 } WHERE { VALUES (?x) { ("v") }  ?x ?p ?o }'),
        ("CONSTRUCT WHERE { ?x ?p ?o }", 'CONSTRUCT WHERE { ?x ?p ?o }\n VALUES (?x) { ("v") } '),
        ("SELECT ?x { SELECT ?x { ?x ?p ?o } }", 'SELECT ?x { SELECT ?x { ?x ?p ?o } }\n VALUES (?x) { ("v") } '),
        ("DESCRIBE ?x { ?x ?p ?o }", 'DESCRIBE ?x { VALUES (?x) { ("v") }  ?x ?p ?o }'),
        (
            "SELECT (EXISTS { ?x ?p 1 } AS ?y) { ?x ?p ?o }",
            'SELECT (EXISTS { ?x ?p 1 } AS ?y) { VALUES (?x) { ("v") }  ?x ?p ?o }',
        ),
        ("PREFIX a: <b{> SELECT * # {\n { ?x a:b '{' }", None),
    ],
)
def test_place_of_the_row(text: str, expected: str | None) -> None:
    made = asked(text, x=literal("v"))
    assert expected is None or made == expected
    assert made.count("VALUES") == 1


def test_every_form_still_is_sparql(engine: EmbeddedEngine) -> None:
    for text in (
        "SELECT ?x { ?x ?p ?o } LIMIT 1",
        "SELECT (COUNT(*) AS ?n) { ?x ?p ?o } GROUP BY ?p ORDER BY ?n",
        "ASK { ?x ?p ?o }",
        "CONSTRUCT { ?x ?p 1 } WHERE { ?x ?p ?o }",
        "CONSTRUCT WHERE { ?x ?p ?o }",
        "SELECT ?x { SELECT ?x { ?x ?p ?o } }",
        "DESCRIBE ?x { ?x ?p ?o }",
        "SELECT (EXISTS { ?x ?p 1 } AS ?y) { ?x ?p ?o }",
    ):
        engine.run(text, {"x": iri("https://w3id.org/grkg/id/event-01")})


def test_several_terms_make_one_row() -> None:
    made = asked("ASK { ?a ?b ?c }", a=iri("a:b"), c=literal("1", XSD + "integer"))
    assert "VALUES (?a ?c) { (<a:b> " in made


@pytest.mark.parametrize("name", ["y", "", "x }", "x?", "é"])
def test_a_variable_that_the_query_has_not(name: str) -> None:
    with pytest.raises(InputError, match=r"has no variable"):
        bound("ASK { ?x ?p ?o }", tokens("ASK { ?x ?p ?o }"), {name: literal("v")})


@pytest.mark.parametrize(
    "term",
    [
        iri("a b"),
        iri("no-scheme"),
        iri("a:<b>"),
        iri("a:b> } #"),
        Term("literal", "x", None, "f r"),
        Term("blank", "b0"),
    ],
)
def test_no_term_of_rdf(term: Term) -> None:
    with pytest.raises(InputError):
        asked("ASK { ?x ?p ?o }", x=term)


@given(st.text() | st.sampled_from(NASTY) | st.lists(st.sampled_from(NASTY)).map("".join))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_value_changes_the_structure_of_a_query(value: str) -> None:
    if any(0xD800 <= ord(c) <= 0xDFFF for c in value):
        return
    text = "SELECT ?x { ?s ?p ?x FILTER(?x = ?x) }"
    kinds = [token.kind for token in tokens(asked(text, x=literal("v")))]
    assert [token.kind for token in tokens(asked(text, x=literal(value)))] == kinds


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.lists(st.sampled_from(NASTY)).map("".join))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_a_bound_value_finds_itself_and_nothing_else(value: str) -> None:
    other = value + "'"
    store = Store()
    for i, found in enumerate((value, other)):
        store.add(Quad(NamedNode(f"a:{i}"), NamedNode("a:p"), Literal(found), NamedNode("a:g")))
    table = engine_over(store).select("SELECT ?s ?x { ?s <a:p> ?x }", {"x": literal(value)})
    assert table.rows == ((iri("a:0"), literal(value)),)


@pytest.mark.parametrize("value", [v for v in NASTY if v != "\x00"])
def test_rdflib_finds_the_same(value: str) -> None:
    import rdflib  # noqa: PLC0415

    dataset = rdflib.Dataset(default_union=True)
    graph = dataset.graph(rdflib.URIRef("a:g"))
    graph.add((rdflib.URIRef("a:0"), rdflib.URIRef("a:p"), rdflib.Literal(value)))
    graph.add((rdflib.URIRef("a:1"), rdflib.URIRef("a:p"), rdflib.Literal("other")))
    table = RdflibEngine(dataset).select("SELECT ?s { ?s <a:p> ?x }", {"x": literal(value)})
    assert table.rows == ((iri("a:0"),),)


def test_a_binding_reaches_filters_negation_and_optional_parts(engine: EmbeddedEngine) -> None:
    text = """SELECT ?name {
      ?event a kg:Event FILTER NOT EXISTS { ?event kg:partOf ?top }
      OPTIONAL { ?event schema:name ?name FILTER(LANG(?name) = ?language) }
      FILTER EXISTS { ?event schema:startDate ?day FILTER(STR(?day) > STR(?after)) }
    }"""
    table = engine.select(text, {"language": literal("fr"), "after": literal("2020")})
    assert table.values() == [("Journée du rail",)]
