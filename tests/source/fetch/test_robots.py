"""robots.txt is read as RFC 9309 says."""

import time

import pytest

from kg.source.fetch.robots import Rules, rules_for

TEXT = """
# comment
User-agent: kg
User-agent: other
Disallow: /closed   # why
Allow: /closed/but/open
Disallow: /*.pdf$
Crawl-delay: 3

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/closed/a", False),
        ("/closed/but/open/a", True),
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
    ],
)
def test_paths(path: str, allowed: bool) -> None:
    assert rules_for("KG", TEXT).allow(path) is allowed


def test_others_have_other_rules() -> None:
    assert not rules_for("unnamed", TEXT).allow("/")
    assert rules_for("kg", TEXT).pause == 3


@pytest.mark.parametrize(
    "text", ["", "Disallow: /", "User-agent: *\nDisallow:\n", "<html>", "User-agent: x\nDisallow: /"]
)
def test_nothing_asked_is_everything_allowed(text: str) -> None:
    assert rules_for("kg", text).allow("/a")


def test_of_two_of_one_length_the_one_that_allows_wins() -> None:
    assert Rules(paths=(("/a", False), ("/a", True))).allow("/a")


def test_a_hostile_pattern_costs_little() -> None:
    start = time.process_time()
    assert Rules(paths=(("/" + "*a" * 1000 + "$", False),)).allow("/" + "a" * 2000 + "b")
    assert time.process_time() - start < 1
