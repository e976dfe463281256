"""What is no question of the protocol is refused, with the place of the fault."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.serve import asking


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "queries is no JSON: Expecting value, line 1, column 1."),
        ("{", "queries is no JSON"),
        ("[" * 100_000, "queries is no JSON that can be read"),
        ('{"q": {"query": "a", "limit": NaN}}', "a number out of range"),
        ('{"q": {"query": "a", "limit": ' + "9" * 5000 + "}}", "a number out of range"),
        ("[]", "queries is no object of queries."),
        ('{"q0": []}', "queries.q0 is no object."),
        ('{"q0": {}}', "queries.q0 has neither a query nor properties."),
        ('{"q0": {"query": 3}}', "queries.q0.query is no text."),
        ('{"q0": {"query": "' + "a" * 501 + '"}}', "queries.q0.query has 501 characters."),
        ('{"q0": {"query": "a", "limit": 0}}', "queries.q0.limit is no number from 1 on."),
        ('{"q0": {"query": "a", "limit": true}}', "queries.q0.limit is no number from 1 on."),
        ('{"q0": {"query": "a", "limit": "5"}}', "queries.q0.limit is no number from 1 on."),
        ('{"q0": {"query": "a", "type": {}}}', "queries.q0.type is no text."),
        ('{"q0": {"query": "a", "type_strict": "some"}}', "queries.q0.type_strict is no way of matching types."),
        ('{"q0": {"query": "a", "type_strict": []}}', "queries.q0.type_strict is no way of matching types."),
        ('{"q0": {"query": "a", "properties": {}}}', "queries.q0.properties is no list of at most 50."),
        ('{"q0": {"query": "a", "properties": [{"pid": "seat"}]}}', "properties holds one without pid and v."),
        ('{"q0": {"query": "a", "properties": [{"pid": 1, "v": "x"}]}}', "queries.q0.properties.pid is no text."),
        ('{"q0": {"query": "a", "properties": [{"pid": "a", "v": {"name": "x"}}]}}', "q0.properties.v.id is no"),
        ('{"q0": {"query": "a", "properties": [{"pid": "a", "v": null}]}}', "queries.q0.properties.v is no text."),
        (json.dumps({"q0": {"query": "a", "properties": [{"pid": "a", "v": ["x"] * 21}]}}), "has too many values"),
        (json.dumps({"q0": {"query": "a", "type": ["x"] * 21}}), "queries.q0.type names too many types."),
        (json.dumps({str(at): {"query": "a"} for at in range(201)}), "queries holds 201 queries."),
    ],
)  # fmt: skip
def test_fault_of_a_batch(text: str, fault: str) -> None:
    with pytest.raises(InputError) as caught:
        asking.queries(text)
    assert fault in caught.value.message


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[]", "extend lacks ids or properties."),
        ('{"ids": [], "properties": {}}', "extend lacks ids or properties."),
        ('{"ids": [1], "properties": []}', "extend.ids is no text."),
        ('{"ids": ["a"], "properties": ["label-fr"]}', "extend.properties holds what is no property."),
        ('{"ids": ["a"], "properties": [{"id": "a", "settings": 3}]}', "extend.properties holds what is no property."),
        ('{"ids": ["a"], "properties": [{}]}', "extend.properties.id is no text."),
        (json.dumps({"ids": ["a"] * 1001, "properties": []}), "extend is too large."),
    ],
)
def test_fault_of_an_extension(text: str, fault: str) -> None:
    with pytest.raises(InputError) as caught:
        asking.extension(text)
    assert caught.value.message == fault


def test_query_is_read_whole() -> None:
    raw = {
        "query": "IGR",
        "type": ["a", "b"],
        "type_strict": "all",
        "limit": 3.0,
        "properties": [
            {"pid": "seat", "v": ["Metz", {"id": "territory-a"}]},
            {"pid": "seat", "v": 5},
            {"pid": "x", "v": " "},
        ],
    }
    assert asking.queries(json.dumps({"q": raw}))["q"] == asking.Query(
        text="IGR", types=("a", "b"), every=True, limit=3, given={"seat": ("Metz", "territory-a", "5")}
    )


def test_limit_has_a_bound() -> None:
    assert asking.single('{"query": "a", "limit": 1e300}').limit == asking.MOST


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["query", "type", "limit", "properties", "pid", "v", "id", "ids", "q0"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_is_sent_is_read_or_refused(value: object) -> None:
    for read in (asking.queries, asking.single, asking.extension):
        try:
            read(json.dumps(value))
        except InputError as error:
            assert error.message
