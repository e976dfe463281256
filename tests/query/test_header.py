import pytest

from kg.errors import InputError
from kg.query.header import named_query


def test_a_whole_header() -> None:
    named = named_query(
        "mine",
        "#+ summary: {fr: Qui ?, de: Wer?, en: Who?}\n"
        "#+ parameters:\n"
        "#+   person: {type: name, of: person, summary: the person, example: Anna Keller}\n"
        "#+   year: {type: year, default: 2019}\n"
        "#+ columns: {name: the name}\n"
        "#+ limits: >-\n#+   some\n#+   words\n"
        "#+ heavy: true\n"
        "SELECT ?name { }\n#+ not a header\n",
        "mine.rq",
    )
    assert named.summary == {"fr": "Qui ?", "de": "Wer?", "en": "Who?"}
    person, year = named.parameters
    assert (person.name, person.type, person.of, person.example, person.default) == (
        "person",
        "name",
        ("person",),
        "Anna Keller",
        None,
    )
    assert year.default == "2019"
    assert [(column.name, column.meaning) for column in named.columns] == [("name", "the name")]
    assert named.limits == "some words"
    assert named.heavy


def test_no_header() -> None:
    named = named_query("", "ASK {}", "the query")
    assert (named.summary, named.parameters, named.columns, named.limits) == ({}, (), (), "")


def test_a_summary_in_one_language_stands_for_all() -> None:
    assert set(named_query("", "#+ summary: Who?\nASK {}", "x").summary.values()) == {"Who?"}


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ summary: [", r"mine\.rq: line \d: the header is not YAML"),
        ("#+ nothing", r"the header is no mapping"),
        ("#+ sumary: Who?", r"unknown key 'sumary'"),
        ("#+ parameters: [person]", r"parameters is no mapping"),
        ("#+ parameters: {person: {type: human}}", r"unknown type 'human'"),
        ("#+ parameters: {person: {tipe: name}}", r"unknown key 'tipe'"),
        ("#+ parameters: {person: name}", r"the parameter person is no mapping"),
    ],
)
def test_a_wrong_header(header: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        named_query("mine", f"{header}\nASK {{}}", "mine.rq")
    assert "\n" not in str(caught.value)
