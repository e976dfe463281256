import html
import re
from html.parser import HTMLParser
from importlib import resources
from typing import Any

import pytest
import yaml

from kg.query import Engine
from kg.view import page
from kg.view.desk.program import program
from kg.view.kinds import NODE_KINDS, RUNGS, TIE_KINDS


def words(name: str) -> Any:
    return yaml.safe_load((resources.files("kg.view") / name).read_text("utf-8"))


OWN = words("desk/page/words.yaml")
ALL = {one: {**words("parts/words.yaml")[one], **OWN[one]} for one in OWN}


class Tags(HTMLParser):
    """The tags of a page, as a parser of HTML sees them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def paths(value: Any, prefix: str = "") -> set[str]:
    if not isinstance(value, dict):
        return {prefix.removesuffix(".")}
    return {path for key, inside in value.items() for path in paths(inside, f"{prefix}{key}.")}


def test_same_graph_gives_the_same_bytes(evening: Engine) -> None:
    assert page(evening) == page(evening)


def test_markup_in_the_graph_does_not_become_markup(hostile: Engine) -> None:
    drawn = page(hostile, title="</title><script>alert(1)</script>", sparql=False)
    tags = Tags(drawn).tags
    assert "img" not in tags
    assert tags.count("script") == 5
    assert f"<title>{html.escape('</title><script>alert(1)</script>')}</title>" in drawn


def test_placeholders_are_all_filled(evening: Engine) -> None:
    without = re.sub(r"<script.*?</script>", "", page(evening, sparql=False), flags=re.DOTALL)
    assert re.findall(r"\$[a-z_{]", without) == []


def test_seed_places_the_nodes_another_way(evening: Engine) -> None:
    assert page(evening, sparql=False) != page(evening, sparql=False, seed=2)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_language_has_the_same_words(language: str) -> None:
    assert paths(OWN[language]) == paths(OWN["fr"])


def test_every_kind_has_a_word() -> None:
    kinds = {**words("parts/words.yaml")["fr"]["kinds"], **OWN["fr"]["kinds"]}
    assert {*NODE_KINDS, *TIE_KINDS, *RUNGS} <= kinds.keys()


def test_program_asks_only_for_words_that_are_there() -> None:
    asked = set(re.findall(r"""(?:word|heading)\(["']([\w.]+)["']""", program("main.js")))
    assert len(asked) > 40
    assert {path for path in asked if not path.startswith("sparql.")} <= paths(ALL["fr"])
