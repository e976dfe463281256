"""The word lists of `data/lexicon`, all languages together: pages mix them, so every rule sees all.

A list is named `file.key` (`offices.heads`), a nested one `file.key.inner` (`roles.verbs.speaker`). Words are kept
folded and split, so that `vice-président`, `Vice-Président` and `vice président` are one phrase.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kg import assets
from kg.files import read_yaml
from kg.text.normal import fold

LANGUAGES = ("fr", "de", "en")
FILES = (
    "acronyms", "attendance", "calendar", "events", "given_names", "grammar", "honorifics", "institutions", "offices",
    "page", "roles", "territories", "venues", "works",
)  # fmt: skip

Phrase = tuple[str, ...]


@cache
def tree(language: str, file: str) -> Mapping[str, Any]:
    """One word list as it is written."""
    content = read_yaml(assets.path(f"data/lexicon/{language}/{file}.yaml"))
    return content if isinstance(content, dict) else {}


@cache
def written(name: str) -> tuple[str, ...]:
    """The words of a list as they are written, all languages, sorted."""
    return tuple(sorted({str(word) for language in LANGUAGES for word in _listed(language, name)}))


@cache
def words(*names: str) -> frozenset[str]:
    """The words of one list or of several, folded: `vice president`."""
    return frozenset(fold(word) for name in names for word in written(name)) - {""}


@cache
def endings(*names: str) -> tuple[str, ...]:
    """The words of some lists, folded, as `endswith` takes them."""
    return tuple(sorted(words(*names)))


@cache
def begun(*names: str) -> frozenset[str]:
    """The first words of all phrases of some lists: a line without any of them holds no such phrase."""
    return frozenset(word.split(maxsplit=1)[0] for word in words(*names))


@cache
def phrases_of(language: str, file: str, key: str) -> frozenset[str]:
    """The words of a list of one language, folded."""
    return frozenset(fold(str(word)) for word in _listed(language, f"{file}.{key}")) - {""}


@cache
def keys(name: str) -> tuple[str, ...]:
    """The inner keys of a nested list, sorted: `roles.verbs` gives attendee, host and so on."""
    found = {key for language in LANGUAGES for key in _node(language, name)}
    return tuple(sorted(str(key) for key in found))


@cache
def table(name: str) -> Mapping[str, str]:
    """A nested list whose values are single words: abbreviation to what it stands for, both folded."""
    out: dict[str, str] = {}
    for language in LANGUAGES:
        node = _node(language, name)
        out.update({fold(str(key)): str(value) for key, value in sorted(node.items())})
    return out


@cache
def phrases(*names: str) -> "Phrases":
    """The phrases of some lists, ready to be found in a row of words."""
    return Phrases({word: "" for name in names for word in words(name)})


@cache
def kinds(name: str) -> "Phrases":
    """The phrases of a nested list; each is found with its inner key (`atelier` with workshop)."""
    return Phrases({word: key for key in reversed(keys(name)) for word in words(f"{name}.{key}")})


@dataclass(slots=True)
class Beginning:
    """The phrases that begin with one word."""

    alone: str | None = None
    """The key of the phrase that is this word and no more."""
    longer: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)
    """The others by their second word: the words behind it and the key, longest first."""


class Phrases:
    """Phrases by their first words."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self.starting: dict[str, Beginning] = {}
        for text in sorted(entries, key=lambda t: (-t.count(" "), t)):
            first, *rest = text.split()
            beginning = self.starting.setdefault(first, Beginning())
            if rest:
                beginning.longer.setdefault(rest[0], []).append((tuple(rest[1:]), entries[text]))
            else:
                beginning.alone = entries[text]


def _node(language: str, name: str) -> Mapping[str, Any]:
    node: Any = tree(language, name.split(".", maxsplit=1)[0])
    for part in name.split(".")[1:]:
        node = node.get(part, {}) if isinstance(node, dict) else {}
    return node if isinstance(node, dict) else {}


def _listed(language: str, name: str) -> Iterator[Any]:
    parent, _, last = name.rpartition(".")
    node = _node(language, parent).get(last, ()) if parent else _node(language, last)
    if not isinstance(node, dict):
        yield from node
        return
    for inner in node.values():
        yield from inner if isinstance(inner, list) else (inner,)
