"""JSON for people is that of the standard library, to the byte."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kg import jsonl

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4))


@given(VALUES)
def test_a_page_is_what_the_standard_library_writes(value: object) -> None:
    assert jsonl.page(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def test_a_line_has_sorted_keys() -> None:
    assert jsonl.line({"b": 1, "a": "é"}) == '{"a":"é","b":1}'
