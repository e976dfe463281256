"""The words that names of bodies and places are made of, by what they mean: the tables of data/identity, read once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from kg import assets
from kg.files import read_yaml
from kg.text.normal import fold

Words = tuple[str, ...]
KIND, TOPIC, PLACE, NAME, TOWN, REGION, ORGAN = "k:", "t:", "p:", "n:", "h:town", "h:region", "o:"
"""What a token is: the sort of body, its subject, a place, a proper name; and heads that say what sort of place."""

_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)")
"""The dots within an abbreviation: `a.s.b.l.` is `asbl`."""
_SAINT = frozenset({"sankt", "st", "sainte", "saint", "ste"})
_GAZETTEER = ("countries", "regions", "areas", "towns")
_LARGE = ("countries", "regions", "areas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Phrases by their words, each with its token; and what they are read with."""

    phrases: Mapping[Words, str]
    large: frozenset[str]
    """The places that are no towns."""
    countries: frozenset[str]
    fillers: frozenset[str]


@cache
def shipped() -> Vocabulary:
    """The vocabulary of the word lists, without any authority."""
    terms = read_yaml(assets.path("data/identity/terms.yaml"))
    fillers = frozenset(w for phrase in _all(terms["fillers"]) for w in fold(phrase).split())
    heads = {words_of(one, fillers)[0] for part in ("heads", "kinds") for d in terms[part].values() for one in _all(d)}
    phrases, large = _places(fillers, frozenset(heads))
    for number, name in terms["numbers"].items():
        phrases[(number,)] = phrases[words_of(name, fillers)]
    for name, adjectives in terms["adjectives"].items():
        phrases |= {words_of(one, fillers): phrases[words_of(name, fillers)] for one in adjectives}
    for part, mark in (("topics", TOPIC), ("kinds", KIND), ("organs", ORGAN), ("heads", "h:")):
        for concept, by_language in terms[part].items():
            phrases |= {words_of(one, fillers): mark + concept for one in _all(by_language)}
    named = (words_of(names[0], fillers) for part, names in _same_places() if part == _LARGE[0])
    countries = {phrases[words] for words in named if words in phrases}
    return Vocabulary(phrases=phrases, large=frozenset(large), countries=frozenset(countries), fillers=fillers)


@cache
def levels() -> frozenset[str]:
    """The topics of which every region, town or state has its own."""
    return frozenset(TOPIC + one for one in read_yaml(assets.path("data/identity/terms.yaml"))["levels"])


def words_of(name: str, fillers: frozenset[str]) -> Words:
    """The telling words of a name, folded: without articles, prepositions and legal forms (but for `Saint-Dié`)."""
    words = ["saint" if word in _SAINT else word for word in fold(_DOTTED.sub("", name)).split()]
    telling = (w for at, w in enumerate(words) if w not in fillers or (at > 0 and words[at - 1] == "saint"))
    return tuple(telling) or tuple(words)


def _all(by_language: Mapping[str, list[str]]) -> Iterable[str]:
    return chain.from_iterable(by_language.values())


def _places(fillers: frozenset[str], heads: frozenset[str]) -> tuple[dict[Words, str], set[str]]:
    """Every place of the lists, one token for all names of a place; and the tokens of those that are no towns.

    A name such as `Région Lorraine` is read word by word, for it means no more than its last word.
    """
    found: dict[Words, str] = {}
    large: set[str] = set()
    every = {words_of(name, fillers) for _, listed in _same_places() for name in listed}
    for part, listed in _same_places():
        names = [name for name in listed if len(listed) > 1 or not _is_headed(words_of(name, fillers), heads, every)]
        if not names:
            continue
        known = next((found[w] for w in (words_of(n, fillers) for n in names) if w in found), None)
        token = known or PLACE + "-".join(words_of(names[0], fillers))
        for name in names:
            found.setdefault(words_of(name, fillers), token)
        if part in _LARGE:
            large.add(token)
    return found, large


def _is_headed(words: Words, heads: frozenset[str], every: set[Words]) -> bool:
    """Whether a name is a head and the name of a place: `Land Hessen`, but not `Grand Est`."""
    return words[0] in heads and words[1:] in every


def _same_places() -> Iterator[tuple[str, list[str]]]:
    """Lists of names of one place, with the part of the table they stand in: exonyms first, then the gazetteers."""
    own: dict[str, Any] = read_yaml(assets.path("data/identity/places.yaml"))
    for part, places in own.items():
        yield from ((part, names) for names in places)
    gazetteers = [read_yaml(path) for path in sorted(assets.path("data/lexicon").glob("*/territories.yaml"))]
    for lists in gazetteers:
        yield from (("towns", [other, name]) for name, other in lists.get("exonyms", {}).items())
    for lists in gazetteers:
        for part in _GAZETTEER:
            yield from ((part, [name]) for name in lists.get(part, ()))
