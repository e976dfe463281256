import base64
import hashlib
import html
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import RdfFormat, parse

from kg.query import Engine, engine_over
from kg.store import in_memory
from kg.view.assembly import SCRIPTS, page
from kg.view.content import DETAILS
from kg.view.kinds import NODE_KINDS, TIE_KINDS

PARTS = Path(sys.modules["kg.view"].__path__[0]) / "parts"
WORDS = yaml.safe_load((PARTS / "words.yaml").read_text("utf-8"))


class Elements(HTMLParser):
    """The elements of a page and the text of its scripts, as a parser of HTML sees them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag == "script"
        if self._inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data


@pytest.fixture(scope="module")
def drawn(evening: Engine) -> str:
    return page(evening)


@pytest.fixture(scope="module")
def harmful(hostile: Engine) -> str:
    return page(hostile, title="</title><script>alert(1)</script>")


def data_of(text: str) -> Any:
    return json.loads(Elements(text).scripts[1])


def test_nothing_is_loaded_from_anywhere(drawn: str) -> None:
    addresses = [value for _, attrs in Elements(drawn).tags for key, value in attrs.items() if key in ("src", "href")]
    assert addresses == ["data:,"]
    assert re.findall(r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//""", drawn) == []
    assert re.findall(r"@import|url\(\s*[\"']?(?!data:)", (PARTS / "page.css").read_text("utf-8")) == []
    assert "sourceMappingURL" not in drawn
    assert not re.search(r"bootstrap|jsdelivr|cdnjs|unpkg", drawn)


def test_policy_names_the_two_programs_and_no_other(drawn: str) -> None:
    elements = Elements(drawn)
    policy = next(attrs["content"] for tag, attrs in elements.tags if attrs.get("http-equiv") is not None)
    assert policy is not None
    programs = [script for index, script in enumerate(elements.scripts) if index != 1]
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in programs]
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes
    assert {"default-src 'none'", "connect-src 'none'", "img-src data:", "base-uri 'none'"} <= set(policy.split("; "))
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
    assert "unsafe-eval" not in policy


def test_policy_stands_before_any_program(drawn: str) -> None:
    tags = [tag for tag, _ in Elements(drawn).tags]
    assert drawn.index("Content-Security-Policy") < drawn.index("<script")
    assert tags.count("script") == 3


def test_vis_network_is_in_the_page_with_its_licence(drawn: str) -> None:
    program = Elements(drawn).scripts[0]
    assert "@license" in program
    assert "The MIT License" in program
    assert len(program) > 400_000


def test_markup_in_the_graph_does_not_become_markup(harmful: str) -> None:
    tags = [tag for tag, _ in Elements(harmful).tags]
    assert "img" not in tags
    assert tags.count("script") == 3
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', harmful, re.DOTALL)
    assert block is not None
    assert not set("<>&\u2028\u2029") & set(block[1])


def test_what_the_graph_says_is_in_the_page_unchanged(harmful: str) -> None:
    names = data_of(harmful)["names"]
    assert names["id:person-image"]["name"]["fr"] == "<img src=x onerror=alert(1)>"
    assert names["id:event-1"]["name"]["fr"] == "</script><script>alert(1)</script>"
    assert len(names["id:person-long"]["name"]["fr"]) == 5000


def test_title_is_escaped(harmful: str) -> None:
    title = html.escape("</title><script>alert(1)</script>")
    assert f"<title>{title}</title>" in harmful
    assert f'<h1 id="title" dir="auto">{title}</h1>' in harmful


def test_same_graph_gives_the_same_bytes(evening: Engine, drawn: str) -> None:
    assert page(evening) == drawn


def test_order_of_the_quads_does_not_matter(drawn: str) -> None:
    quads = list(parse((Path(__file__).parent / "graphs" / "evening.trig").read_text("utf-8"), format=RdfFormat.TRIG))
    assert page(engine_over(in_memory(reversed(quads)))) == drawn


def test_placeholders_are_all_filled(drawn: str) -> None:
    without = re.sub(r"<script.*?</script>", "", drawn, flags=re.DOTALL)
    assert re.findall(r"\$[a-z_{]", without) == []


def test_language_sets_the_words_and_the_labels(evening: Engine) -> None:
    german = page(evening, language="de")
    assert '<html lang="de">' in german
    assert "<title>Grenzüberschreitendes Netzwerk</title>" in german
    labels = {node["id"]: node["label"] for node in data_of(german)["graph"]["nodes"]}
    assert labels["id:territory-grande-region"] == "Großregion"


def test_physics_is_off_and_every_node_has_a_place(drawn: str) -> None:
    graph = data_of(drawn)["graph"]
    assert graph["options"]["physics"] == {"enabled": False}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in graph["nodes"])
    assert "title" not in {key for one in [*graph["nodes"], *graph["edges"]] for key in one}


def paths(words: Any, prefix: str = "") -> set[str]:
    if not isinstance(words, dict):
        return {prefix.removesuffix(".")}
    return {path for key, value in words.items() for path in paths(value, f"{prefix}{key}.")}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_language_has_the_same_words(language: str) -> None:
    assert paths(WORDS[language]) == paths(WORDS["fr"])


def test_every_kind_and_detail_has_a_word() -> None:
    assert {f"kinds.{kind}" for kind in (*NODE_KINDS, *TIE_KINDS)} <= paths(WORDS["fr"])
    assert {f"details.{word}" for word in DETAILS.values()} <= paths(WORDS["fr"])


def test_program_never_writes_markup_and_asks_only_for_words_that_are_there() -> None:
    program = "\n".join((PARTS / name).read_text("utf-8") for name in SCRIPTS)
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", program) == []
    asked = set(re.findall(r"""(?:word|heading)\(["']([\w.]+)["']""", program))
    assert len(asked) > 10
    assert asked <= paths(WORDS["fr"])


def test_every_part_of_the_program_is_used() -> None:
    assert sorted(SCRIPTS) == sorted(path.name for path in PARTS.glob("*.js"))
