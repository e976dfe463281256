import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ContentError
from kg.model import Span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (4, 4), (5, 4), (-1, 3), (-3, -1)])
def test_a_span_is_neither_empty_nor_reversed_nor_negative(start: int, end: int) -> None:
    with pytest.raises(ContentError, match=rf"\[{start}, {end}\]"):
        Span(start, end)


@settings(derandomize=True, database=None)
@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_every_other_span_is_sound(start: int, length: int) -> None:
    assert Span(start, start + length).end == start + length


def test_a_span_counts_code_points() -> None:
    text = "𝄞 à la Völklinger Hütte"
    start = text.index("Völklinger")
    assert Span(start, start + 10).of(text) == "Völklinger"


def test_spans_sort_by_where_they_begin() -> None:
    assert sorted([Span(9, 10), Span(2, 8), Span(2, 4)]) == [Span(2, 4), Span(2, 8), Span(9, 10)]
