"""Which office a title names, whatever its language; and whether one holds it in one town at a time."""

from functools import cache, lru_cache

from kg import assets
from kg.files import read_yaml
from kg.text.normal import fold


@lru_cache(maxsize=20_000)
def office_of(title: str) -> str:
    """The office of a title, by the longest of its names that stands in it; else the title itself, folded."""
    words = fold(title)
    held = f" {words} "
    return next((office for name, office in _names() if f" {name} " in held), words)


def is_of_town(office: str) -> bool:
    """Whether an office is one of a town."""
    return office in _of_town()


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Every name with its office, the longest first."""
    table = read_yaml(assets.path("data/identity/offices.yaml"))
    found = [
        (fold(name), office)
        for offices in table.values()
        for office, by_language in offices.items()
        for names in by_language.values()
        for name in names
    ]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _of_town() -> frozenset[str]:
    return frozenset(read_yaml(assets.path("data/identity/offices.yaml"))["town"])
