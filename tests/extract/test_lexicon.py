from collections import Counter
from typing import Any

import pytest

from kg import assets
from kg.extract import lexicon
from kg.text.normal import fold

EACH = [(language, file) for language in lexicon.LANGUAGES for file in lexicon.FILES]


def lists(node: Any, path: str = "") -> list[tuple[str, list[Any]]]:
    if isinstance(node, dict):
        return [pair for key, value in node.items() for pair in lists(value, f"{path}.{key}")]
    return [(path, node)] if isinstance(node, list) else []


@pytest.mark.parametrize(("language", "file"), EACH)
def test_file_says_where_its_words_come_from(language: str, file: str) -> None:
    head = assets.path(f"data/lexicon/{language}/{file}.yaml").read_text("utf-8").split("\n\n")[0]
    comment = " ".join(line for line in head.splitlines() if line.startswith("#"))
    assert "Source" in comment


@pytest.mark.parametrize(("language", "file"), EACH)
def test_list_holds_only_words(language: str, file: str) -> None:
    for path, words in lists(lexicon.tree(language, file)):
        assert all(isinstance(word, str) and fold(word) for word in words), path


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_name_of_the_gazetteer_stands_once(language: str) -> None:
    tree = lexicon.tree(language, "territories")
    names = Counter(name for key in ("countries", "regions", "areas", "towns") for name in tree[key])
    assert [name for name, count in names.items() if count > 1] == []


def test_former_offices_are_listed_in_every_language() -> None:
    assert all(lexicon.tree(language, "offices")["former"] for language in lexicon.LANGUAGES)


def test_words_are_folded_and_nested_lists_have_keys() -> None:
    assert "prasident" in lexicon.words("offices.heads")
    assert lexicon.keys("roles.verbs") == ("attendee", "host", "moderator", "organizer", "partner", "speaker")
