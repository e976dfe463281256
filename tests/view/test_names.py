import pytest

from kg.view.names import Name, best, by_language, drawn, last_part, wrapped

INSTITUTE = [
    Name(0, "Institut de la Grande Région", "fr"),
    Name(0, "Institut der Großregion", "de"),
    Name(2, "IGR", ""),
]


@pytest.mark.parametrize(
    ("language", "shown"),
    [("fr", "Institut de la Grande Région"), ("de", "Institut der Großregion"), ("en", "Institut de la Grande Région")],
)
def test_name_is_in_the_language_of_the_reader_or_the_next_best(language: str, shown: str) -> None:
    assert best(INSTITUTE, language, "id") == shown


def test_name_of_a_person_has_no_language() -> None:
    assert by_language([Name(0, "Jürgen Groß", ""), Name(1, "Groß", "")], "id")["en"] == "Jürgen Groß"


def test_thing_without_a_name_goes_by_its_id() -> None:
    assert best([], "fr", "person-1") == "person-1"


def test_long_name_gives_way_to_the_acronym_in_the_drawing() -> None:
    assert drawn(INSTITUTE, "id") == {"fr": "IGR", "de": "Institut der\nGroßregion", "en": "IGR"}


def test_label_is_cut_to_a_few_short_lines() -> None:
    lines = wrapped("x" * 5000).split("\n")
    assert len(lines) == 3
    assert max(map(len, lines)) <= 22
    assert lines[-1].endswith("…")


def test_label_has_no_mark_that_turns_its_direction() -> None:
    assert wrapped("\u202eab\u2066c\x00d") == "abcd"


def test_line_separators_become_spaces() -> None:
    assert wrapped("a\u2028b\n\nc") == "a b c"


def test_last_part_of_an_iri() -> None:
    assert [last_part("https://w3id.org/grkg/role/speaker"), last_part("id:person-1")] == ["speaker", "person-1"]
