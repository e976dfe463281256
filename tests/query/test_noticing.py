"""A word about questions that somebody wrote: terms that the ontology has not, rows that repeat."""

import pytest

from kg.query import Table, literal, notices


def told(text: str, *rows: str) -> tuple[str, ...]:
    return notices(text, Table(("x",), tuple((literal(row),) for row in rows)))


def test_an_unknown_term_is_named_with_those_that_are_near() -> None:
    assert told("SELECT ?x { ?x a kg:Persn , kg:Person ; kg:rol ?y }") == (
        "the ontology has no kg:Persn; near are kg:Person.",
        "the ontology has no kg:rol; near are kg:role.",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ASK { ?x kg:role role:speakr }", "the ontology has no role:speakr; near are role:speaker."),
        ("ASK { ?x a <https://w3id.org/grkg/ns#Qwxyz> }", "the ontology has no <https://w3id.org/grkg/ns#Qwxyz>."),
        ("PREFIX g: <https://w3id.org/grkg/ns#> ASK { ?x g:in?e ; g:inn ?e }", "the ontology has no g:inn; near are"),
    ],
)
def test_however_it_is_written(text: str, said: str) -> None:
    (found,) = notices(text, False)
    assert found.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x { ?x a kg:Person ; kg:participant|^kg:in ?y . ?y kg:role role:speaker }",
        "ASK { ?x kg:factuality factuality:reported }",
        "SELECT ?x { id:person-1 ?p graph:meta . ?x schema:nam 'kg:Persn' } # kg:Persn",
        "PREFIX kg: <https://example.org/> SELECT ?x { ?x a kg:Persn }",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert told(text, "a", "b") == ()


def test_rows_that_repeat_are_counted() -> None:
    (said,) = told("SELECT ?x { ?s kg:acronym ?x }", "a", "a", "b")
    assert said.startswith("3 rows, 2 of them different: ")
    assert "SELECT DISTINCT" in said
