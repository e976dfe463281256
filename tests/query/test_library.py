from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query import find, load, named_queries, question


def test_names_are_sorted_and_found() -> None:
    names = list(named_queries())
    assert names == sorted(names)
    assert find(names[0]).name == names[0]


@pytest.mark.parametrize(
    ("name", "near"),
    [("moderator", "moderators"), ("holder-of-a-post", "holders-of-a-post"), ("post-holders", "holders-of-a-post")],
)
def test_an_unknown_name_offers_the_nearest(name: str, near: str) -> None:
    with pytest.raises(InputError, match=f"no query named '{name}'.*{near}"):
        find(name)


@pytest.mark.parametrize("name", ["../infer/took-part-in", "", "a/b", "Moderators"])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(InputError, match="kg queries"):
        find(name)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("#+ summary: Wer spricht über Wälder?\nASK { }\n", "utf-8")
    assert load(path).name == "mine"
    assert question(str(path)).summary["de"] == "Wer spricht über Wälder?"
    with pytest.raises(InputError, match="no such file"):
        question(str(tmp_path / "missing.rq"))


def test_what_a_user_may_mean() -> None:
    assert question("moderators").name == "moderators"
    assert question("ASK { ?s ?p ?o }").text == "ASK { ?s ?p ?o }"
    with pytest.raises(InputError, match="Do you mean moderators"):
        question("moderatorz")
