from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.store import sorted_lines, write_graph

A, B, G = (NamedNode(f"https://example.org/{one}") for one in "abg")


def test_lines_are_sorted_and_stand_once() -> None:
    quads = [Quad(B, A, A, G), Quad(A, A, Literal("é", language="fr"), G), Quad(A, A, A, G), Quad(B, A, A, G)]
    assert sorted_lines(quads) == [
        '<https://example.org/a> <https://example.org/a> "é"@fr <https://example.org/g> .',
        "<https://example.org/a> <https://example.org/a> <https://example.org/a> <https://example.org/g> .",
        "<https://example.org/b> <https://example.org/a> <https://example.org/a> <https://example.org/g> .",
    ]
    assert sorted_lines(reversed(quads)) == sorted_lines(quads)


def test_a_separator_inside_words_breaks_no_line() -> None:
    literal = Literal("a\u2028b\x85c\x0bd\ne\rf")
    (line,) = sorted_lines([Quad(A, A, literal, G)])
    assert "\n" not in line


def test_no_quads_no_lines(tmp_path: Path) -> None:
    assert sorted_lines([]) == []
    assert write_graph([], tmp_path / "graph.nq") == 0
    assert (tmp_path / "graph.nq").read_bytes() == b""


def test_write_graph_counts(tmp_path: Path) -> None:
    quads = [Quad(A, A, A, G), Quad(A, A, A, G), Quad(A, A, B, G)]
    assert write_graph(quads, tmp_path / "graph.nq") == 2
    assert (tmp_path / "graph.nq").read_text("utf-8").count("\n") == 2
