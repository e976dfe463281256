"""The card of an answer: everything that makes it citable, and the same each time."""

import hashlib
from pathlib import Path

from kg import __version__
from kg.query import find, iri, literal
from kg.query.citing import UNNAMED, Cited, bibtex, citation, cited, graph_mark, query_mark, result_card
from kg.query.named import NamedQuery
from kg.store import Author, Credits
from kg.vocab.namespaces import ID

QUERY = find("partners-of-an-institution")
VALUES = {"organisation": iri(ID + "organisation-igr"), "language": literal("fr")}
GRAPH = Cited(mark="sha256:abc")
SIGNED = Cited(
    mark="sha256:abc",
    credits=Credits(
        title="Who met on the Saar",
        authors=(Author(name="Maas", given="Jana & Co"), Author(name="Archive of Borders")),
        date="2025-03-01",
        version="1.2",
        doi="10.5281/zenodo.1",
    ),
)


def test_the_card_says_what_was_asked_of_what() -> None:
    told = result_card(QUERY, VALUES, GRAPH, 12)
    words = (
        QUERY.summary["fr"],
        QUERY.name,
        "id:organisation-igr",
        "12",
        query_mark(QUERY),
        "sha256:abc",
        QUERY.limits,
    )
    assert [word for word in words if word not in told] == []
    assert f"kg {__version__}, pyoxigraph " in told
    assert told == result_card(QUERY, VALUES, GRAPH, 12)


def test_sparql_of_ones_own_has_a_card() -> None:
    told = result_card(NamedQuery("", "ASK {}", {}), {}, GRAPH, None)
    assert "(SPARQL of one's own)" in told
    assert "not a table" in told
    assert "a query in SPARQL" in told


def test_the_graph_is_told_by_its_checksum(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(b"line\n")
    assert graph_mark(tmp_path) == f"sha256:{hashlib.sha256(b'line' + bytes([10])).hexdigest()}"


def test_another_text_is_another_query() -> None:
    assert query_mark(QUERY) != query_mark(QUERY._replace(text=QUERY.text + "\n"))


def test_the_citation_names_query_values_and_graph() -> None:
    told = citation(QUERY, VALUES, GRAPH)
    assert [word for word in (QUERY.name, "id:organisation-igr", "sha256:abc", __version__) if word not in told] == []


def test_bibtex_survives_signs_that_tex_reads_as_commands() -> None:
    told = bibtex(QUERY, {"organisation": literal(r"A & B {50%} \x ~ #1_2 $^")}, GRAPH)
    assert r"A \& B \{50\%\} \textbackslash{}x \textasciitilde{} \#1\_2 \$\textasciicircum{}" in told
    assert told.startswith("@misc{kg-partners-of-an-institution-")
    assert told.count("\n") == 4
    assert told.endswith("}")


def test_the_makers_of_the_graph_are_named() -> None:
    told = citation(QUERY, VALUES, SIGNED)
    assert told.startswith("Maas, Jana & Co; Archive of Borders (2025): Who met on the Saar, version 1.2. “")
    assert told.endswith("https://doi.org/10.5281/zenodo.1")
    entry = bibtex(QUERY, VALUES, SIGNED)
    assert r"author = {Maas, Jana \& Co and {Archive of Borders}}" in entry
    assert "year = {2025}" in entry
    assert "Made by:        Maas, Jana & Co; Archive of Borders" in result_card(QUERY, VALUES, SIGNED, 1)


def test_a_graph_that_nobody_signed_is_nobodys() -> None:
    assert UNNAMED in result_card(QUERY, VALUES, GRAPH, 1)
    assert "author" not in bibtex(QUERY, VALUES, GRAPH)
    assert citation(QUERY, VALUES, GRAPH).startswith("“")


def test_the_question_is_told_in_the_language_of_the_answer() -> None:
    assert QUERY.summary["de"] in citation(QUERY, {"language": literal("de")}, GRAPH)
    assert QUERY.summary["en"] in citation(QUERY, {}, GRAPH)


def test_the_graph_of_a_folder_is_told_with_its_makers(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(b"line\n")
    assert cited(tmp_path) == Cited(mark=graph_mark(tmp_path))
    kept = '{"citation": {"title": "Mine", "authors": [{"name": "Maas", "given": "Jana"}]}}'
    (tmp_path / "manifest.json").write_text(kept, encoding="utf-8")
    assert cited(tmp_path).credits == Credits(title="Mine", authors=(Author(name="Maas", given="Jana"),))
