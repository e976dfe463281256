"""What the page lets the browser do with SPARQL, and without."""

import html
import re

import pytest

from kg.query import Engine
from kg.view import page


def policy(text: str) -> dict[str, str]:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    assert found is not None
    return dict(part.strip().split(" ", 1) for part in html.unescape(found[1]).split(";"))


@pytest.fixture(scope="module")
def with_engine(evening: Engine) -> str:
    return page(evening)


@pytest.fixture(scope="module")
def without(evening: Engine) -> str:
    return page(evening, sparql=False)


def test_without_sparql_the_page_is_small_and_the_policy_stricter(with_engine: str, without: str) -> None:
    assert len(without) < len(with_engine) - 1_900_000
    assert re.findall(r'id="sparql-[a-z]+"', without) == []
    assert policy(without)["trusted-types"] == "'none'"
    assert "wasm-unsafe-eval" not in policy(without)["script-src"]
    assert "worker-src" not in policy(without)


def test_with_sparql_only_webassembly_and_the_page_s_own_worker_are_added(with_engine: str, without: str) -> None:
    strict, given = policy(without), policy(with_engine)
    assert given["trusted-types"] == "kg-worker"
    assert given["worker-src"] == "blob:"
    assert given["script-src"].split()[-1] == "'wasm-unsafe-eval'"
    assert "'unsafe-eval'" not in given["script-src"].split()
    changed = {"script-src", "worker-src", "trusted-types"}
    assert {name: value for name, value in given.items() if name not in changed} == {
        name: value for name, value in strict.items() if name not in changed
    }


def test_blocks_stand_behind_the_program(with_engine: str) -> None:
    assert with_engine.index('id="sparql-engine"') > with_engine.rindex("<script>")
