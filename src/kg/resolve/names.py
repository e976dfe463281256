"""How names are compared, and what ids are made of them."""

from collections.abc import Iterable
from functools import cache, lru_cache

from kg import assets
from kg.files import read_yaml
from kg.model import EntityType, Label
from kg.text.acronym import is_acronym
from kg.text.normal import fold

PREFIX = {
    EntityType.PERSON: "person",
    EntityType.ORGANIZATION: "organisation",
    EntityType.TERRITORY: "territory",
    EntityType.VENUE: "venue",
    EntityType.SERIES: "series",
    EntityType.PROJECT: "project",
    EntityType.INSTRUMENT: "instrument",
}
"""How the id of a thing of each type begins."""


@lru_cache(maxsize=100_000)
def compared(name: str) -> str:
    """A name as it is compared: folded, without a leading article."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _articles():
        del words[0]
    return " ".join(words)


@cache
def _articles() -> frozenset[str]:
    return frozenset(read_yaml(assets.path("data/lexicon/names/articles.yaml")))


def label(name: str, language: str) -> Label:
    """A name with its language."""
    return Label(name, "" if is_acronym(name) else language)


def overlap(one: str, other: str) -> float:
    """The share of words that two compared names have in common (Jaccard)."""
    left, right = set(one.split()), set(other.split())
    return len(left & right) / len(left | right) if left | right else 0.0


def stands_in(inner: str, outer: str) -> bool:
    """True where one folded name stands in another in whole words."""
    return f" {inner} " in f" {outer} "


def quoted(names: Iterable[str]) -> str:
    """Names for a message."""
    return ", ".join(sorted(names))
