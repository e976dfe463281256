from collections.abc import Callable
from pathlib import Path

import pytest

from kg.check import report
from kg.check.quotes import found_in_quotes, shortened
from kg.model import Severity
from kg.query import Engine

Building = Callable[..., Engine]


def test_a_quote_that_is_what_stands_there(graph: Building, texts: Path) -> None:
    assert list(found_in_quotes(graph(), texts, "en")) == []


def test_a_quote_that_is_off_by_one(graph: Building, texts: Path, offsets: tuple[int, int]) -> None:
    start, end = offsets
    (found,) = found_in_quotes(graph(f"oa:start {start}", f"oa:start {start + 1}"), texts, "en")
    assert found.severity is Severity.ERROR
    assert found.node.endswith("/evidence-1")
    assert found.problem == (
        f"at characters {start + 1} to {end} the text says “nne Weiss, présidente, Agence Rive Gauche”, "
        "the quote says “Anne Weiss, présidente, Agence Rive Gauche”."
    )


def test_a_quote_that_differs_in_one_character(graph: Building, texts: Path) -> None:
    (found,) = found_in_quotes(graph('oa:exact "Anne', 'oa:exact "Anna'), texts, "de")
    assert "steht im Text „Anne Weiss" in found.problem
    assert "im Zitat „Anna Weiss" in found.problem


def test_offsets_count_code_points(graph: Building, texts: Path, stored_text: Path) -> None:
    assert "présidente" in stored_text.read_text("utf-8")
    assert len(stored_text.read_bytes()) > len(stored_text.read_text("utf-8"))
    assert report(graph(), texts=texts) == ()


def test_a_missing_text_is_told_once_by_its_name(graph: Building, texts: Path, stored_text: Path) -> None:
    stored_text.unlink()
    (found,) = found_in_quotes(graph(), texts, "en")
    assert found.problem == f"the text {stored_text} is missing: its quotes cannot be checked."
    assert found.solution.startswith("Build the graph again")


def test_a_changed_text(graph: Building, texts: Path, stored_text: Path) -> None:
    stored_text.write_text(stored_text.read_text("utf-8") + " ", "utf-8")
    (found,) = found_in_quotes(graph(), texts, "fr")
    assert found.problem.startswith(f"le texte {stored_text} a été modifié")


def test_a_text_that_is_no_utf8(graph: Building, texts: Path, stored_text: Path) -> None:
    stored_text.write_bytes(b"\xff")
    (found,) = found_in_quotes(graph(), texts, "en")
    assert found.problem == f"the text {stored_text} cannot be read."
    assert "invalid start byte" in found.value


def test_without_texts_no_quote_is_compared(graph: Building) -> None:
    assert report(graph('oa:exact "Anne', 'oa:exact "Anna')) == ()


@pytest.mark.parametrize(
    ("text", "short"), [("a\n b\tc", "a b c"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), ("", "")]
)
def test_shortened(text: str, short: str) -> None:
    assert shortened(text) == short
