"""Which queries could match what rules conclude: each that does, and few others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from kg.query import EmbeddedEngine, named_queries
from kg.query.lexing import tokens
from kg.query.rules import rules, seen
from kg.query.seeing import sees
from kg.vocab.namespaces import KG, PREFIXES

CONCLUDED = frozenset({KG + "tookPartIn"})


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?a { ?a kg:tookPartIn ?b }",
        "SELECT ?a { ?a <https://w3id.org/grkg/ns#tookPartIn> ?b }",
        r"SELECT ?a { ?a <https://w3id.org/grkg/ns#tookPart\u0049n> ?b }",
        "PREFIX x: <https://w3id.org/grkg/ns#took> SELECT ?a { ?a x:PartIn ?b }",
        "BASE <https://w3id.org/grkg/ns> SELECT ?a { ?a <#tookPartIn> ?b }",
        "SELECT ?a { ?a kg:in/^kg:tookPartIn|kg:post ?b }",
        "SELECT ?a { ?a !kg:in ?b }",
        "SELECT ?a { ?a kg:in|!(kg:in|kg:post) ?b }",
        "SELECT ?a { ?a !a ?b }",
        "SELECT ?a { ?a ?p ?b }",
        "SELECT ?a{?a?p?b}",
        "SELECT ?a { ?a ?p 1 }",
        "SELECT ?a { ?a ?p true }",
        "SELECT ?a { ?a kg:in ?b ; ?p ?c }",
        "SELECT ?a { ?a kg:in [ ?p ?b ] }",
        "SELECT ?a { [] ?p ?a }",
        "SELECT ?a { (1 2) ?p ?a }",
        "SELECT ?a { FILTER(?a = ?b) ?a ?p ?b }",
        "SELECT ?a { { SELECT ?a { ?a kg:in ?b } GROUP BY ?a ORDER BY ?a } ?a ?p ?b }",
        "SELECT ?a { ?a kg:in ?b FILTER EXISTS { ?a ?p ?b } }",
        "SELECT ?a { GRAPH ?g { ?a kg:in ?b } }",
        "SELECT ?a { GRAPH graph:inferred-acts-for { ?a kg:in* ?b } }",
        "CONSTRUCT { ?a kg:in ?b } WHERE { ?a ?p ?b }",
        "DESCRIBE id:person",
    ],
)
def test_a_query_that_could_match_them_is_told(text: str) -> None:
    assert sees(tokens(text), CONCLUDED)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?a ?b ?c { ?a kg:in ?b ; a kg:Event , ?c } GROUP BY ?a ?b ?c HAVING(?a > ?b) ORDER BY ?a DESC(?b) ?c",
        "SELECT (COUNT(?a) AS ?n) ?b { ?a kg:in ?b FILTER(!BOUND(?b) && ?a != ?b) ?b kg:in/kg:partOf* ?c }",
        "SELECT * { VALUES (?a ?b ?c) { (id:a id:b 1) } ?a (kg:in|^kg:post)+ ?b OPTIONAL { ?b kg:post ?c } ?c a ?d }",
        "SELECT * { GRAPH graph:reference { ?a kg:in ?b } FILTER(?a IN (?b, 1 + 2)) BIND(STR(?a) AS ?c) }",
        "SELECT * { ?a kg:asStated 'kg:tookPartIn' # kg:tookPartIn\n}",
    ],
)
def test_a_query_that_names_others_is_not(text: str) -> None:
    assert not sees(tokens(text), CONCLUDED)


def test_of_our_own_questions_only_those_about_graphs_see_them() -> None:
    found = {name for name, query in named_queries().items() if seen(query.text, rules())}
    assert found == {name for name, query in named_queries().items() if "GRAPH ?" in query.text}


PREDICATES = ("kg:in", "kg:tookPartIn", "?p", "!kg:in", "(kg:in|kg:tookPartIn)", "^kg:tookPartIn/kg:in", "kg:in*", "a")
ENDS = st.sampled_from(("?a", "?b", "?c", "id:one", "id:two"))
PATTERN = st.tuples(ENDS, st.sampled_from(PREDICATES), ENDS).map(" ".join)
AROUND = st.sampled_from(
    ("{}", "OPTIONAL {{ {} }}", "{{ {} }} UNION {{ ?a kg:in ?b }}", "FILTER EXISTS {{ {} }}", "GRAPH ?g {{ {} }}")
)
GROUP = st.lists(st.tuples(AROUND, PATTERN).map(lambda pair: pair[0].format(pair[1])), min_size=1, max_size=3)
BASE = "GRAPH graph:text-1 { id:one kg:in id:two ; a kg:Event . id:two kg:in id:one . }"
MORE = "GRAPH graph:inferred-x { id:one kg:tookPartIn id:two . id:two kg:tookPartIn id:two }"


@settings(max_examples=150, deadline=None)
@given(GROUP)
def test_whatever_changes_an_answer_is_seen(patterns: list[str]) -> None:
    text = f"SELECT * {{ {' . '.join(patterns)} }}"
    if not sees(tokens(text), CONCLUDED):
        assert rows(BASE, text) == rows(BASE + MORE, text)


def rows(graph: str, text: str) -> list[str]:
    store = Store()
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    store.load(prefixes + graph, format=RdfFormat.TRIG)
    return sorted(map(str, EmbeddedEngine(store).select(text).rows))
