"""The card of an answer: everything that makes it citable, and the same each time."""

import hashlib
from pathlib import Path

from kg import __version__
from kg.query import find, iri, literal
from kg.query.citing import bibtex, citation, graph_mark, query_mark, result_card
from kg.query.named import NamedQuery
from kg.vocab.namespaces import ID

QUERY = find("partners-of-an-institution")
VALUES = {"organisation": iri(ID + "organisation-igr"), "language": literal("fr")}


def test_the_card_says_what_was_asked_of_what() -> None:
    told = result_card(QUERY, VALUES, "sha256:abc", 12)
    words = (
        QUERY.summary["en"],
        QUERY.name,
        "id:organisation-igr",
        "12",
        query_mark(QUERY),
        "sha256:abc",
        QUERY.limits,
    )
    assert [word for word in words if word not in told] == []
    assert f"kg {__version__}, pyoxigraph " in told
    assert told == result_card(QUERY, VALUES, "sha256:abc", 12)


def test_sparql_of_ones_own_has_a_card() -> None:
    told = result_card(NamedQuery("", "ASK {}", {}), {}, "sha256:abc", None)
    assert "(SPARQL of one's own)" in told
    assert "not a table" in told
    assert "a query in SPARQL" in told


def test_the_graph_is_told_by_its_checksum(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(b"line\n")
    assert graph_mark(tmp_path) == f"sha256:{hashlib.sha256(b'line' + bytes([10])).hexdigest()}"


def test_another_text_is_another_query() -> None:
    assert query_mark(QUERY) != query_mark(QUERY._replace(text=QUERY.text + "\n"))


def test_the_citation_names_query_values_and_graph() -> None:
    told = citation(QUERY, VALUES, "sha256:abc")
    assert [word for word in (QUERY.name, "id:organisation-igr", "sha256:abc", __version__) if word not in told] == []


def test_bibtex_survives_signs_that_tex_reads_as_commands() -> None:
    told = bibtex(QUERY, {"organisation": literal(r"A & B {50%} \x ~ #1_2 $^")}, "sha256:abc")
    assert r"A \& B \{50\%\} \textbackslash{}x \textasciitilde{} \#1\_2 \$\textasciicircum{}" in told
    assert told.startswith("@misc{kg-partners-of-an-institution-")
    assert told.count("\n") == 5
    assert told.endswith("}")
