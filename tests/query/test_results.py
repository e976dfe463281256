import csv
import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from kg.errors import InputError
from kg.query import Answer, Table, Term, iri, literal, written
from kg.query.rdf import term
from kg.vocab.namespaces import XSD

NASTY = 'a "b", <c>&\t\\ \u2028é\nd'
TABLE = Table(
    ("name", "n"),
    (
        (literal(NASTY), literal("2", XSD + "integer")),
        (literal("Sarre", language="fr"), None),
        (iri("https://example.org/a?b&c"), Term("blank", "b0")),
    ),
)
FORMATS = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML, "tsv": QueryResultsFormat.TSV}


@pytest.mark.parametrize("form", FORMATS)
def test_rows_are_read_back_by_another_reader(form: str) -> None:
    found: Any = parse_query_results(written(TABLE, form).encode("utf-8"), format=FORMATS[form])
    assert [variable.value for variable in found.variables] == ["name", "n"]
    rows = [tuple(None if cell is None else term(cell) for cell in row) for row in found]
    assert rows[:2] == list(TABLE.rows[:2])
    assert rows[2][0] == TABLE.rows[2][0]
    assert rows[2][1] is not None
    assert rows[2][1].kind == "blank"


def test_csv() -> None:
    text = written(TABLE, "csv")
    assert text.startswith("name,n\r\n")
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [
        [NASTY, "2"],
        ["Sarre", ""],
        ["https://example.org/a?b&c", "_:b0"],
    ]


@pytest.mark.parametrize("answer", [True, False])
def test_truth(answer: bool) -> None:
    assert json.loads(written(answer, "json"))["boolean"] is answer
    element = ElementTree.fromstring(written(answer, "xml")).find("{http://www.w3.org/2005/sparql-results#}boolean")
    assert element is not None
    assert element.text == str(answer).lower()


def test_triples() -> None:
    triples = ((iri("a:a"), iri("a:b"), literal(NASTY)), (iri("a:a"), iri("a:c"), iri("a:d")))
    for form, known in (("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)):
        read = {
            tuple(term(part) for part in quad.triple) for quad in parse(written(triples, form).encode(), format=known)
        }
        assert read == set(triples)


@pytest.mark.parametrize(
    ("answer", "form", "offered"),
    [(TABLE, "turtle", "csv"), (True, "csv", "json"), ((), "csv", "turtle"), (TABLE, "word", "csv")],
)
def test_a_format_that_does_not_fit(answer: Answer, form: str, offered: str) -> None:
    with pytest.raises(InputError, match=f"cannot be written as {form}.*{offered}"):
        written(answer, form)
