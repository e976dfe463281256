"""Finds the few things whose names have something in common with a name: built once, so that a name costs little."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kg.resolve.match.forms import Reader
from kg.resolve.match.person_names import name_key
from kg.resolve.names import compared
from kg.serve.things import Thing, Things
from kg.text.normal import fold

KEPT = 40
"""Candidates of one name that are compared in full."""
_LONGEST = 4_000
"""A word of more things than this finds none by itself."""
_SHORTEST = 4
"""Letters of a word in which a slip is looked for."""
_SLIP = 0.6
"""What a word counts that agrees but for one letter."""

Allowed = Callable[[Thing], bool]


class Index:
    """Things by their names, by what these mean, by their words, and by their words but for one letter."""

    def __init__(self, things: Things, reader: Reader) -> None:
        self._things = things
        self._reader = reader
        self._exact: defaultdict[str, list[str]] = defaultdict(list)
        self._by_key: defaultdict[str, list[str]] = defaultdict(list)
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        for thing in things.values():
            names = [name.text for name in thing.names]
            for name in dict.fromkeys(filter(None, map(compared, names))):
                self._exact[name].append(thing.id)
            for key in dict.fromkeys(key for name in names for key in self._keys(name)):
                self._by_key[key].append(thing.id)
        for word in self._by_key:
            for short in _shortened(word):
                self._words[short].add(word)

    def near(self, name: str, allowed: Allowed) -> list[str]:
        """The ids of the things worth comparing with a name, the likeliest first."""
        exact = [one for one in self._exact.get(compared(name), ()) if allowed(self._things[one])]
        shares: defaultdict[str, float] = defaultdict(float)
        for key, part in self._weighed(name):
            found = self._by_key.get(key, ())
            if len(found) <= _LONGEST:
                for one in found:
                    shares[one] += part * math.log(1 + len(self._things) / len(found))
        ordered = sorted(shares, key=lambda one: (-shares[one], one))
        rest = (one for one in ordered if allowed(self._things[one]))
        return list(dict.fromkeys((*exact[:KEPT], *(one for one, _ in zip(rest, range(KEPT), strict=False)))))

    def _weighed(self, name: str) -> Iterator[tuple[str, float]]:
        for key in dict.fromkeys(self._keys(name)):
            yield key, 1.0
            near = {word for short in _shortened(key) for word in self._words.get(short, ())} - {key}
            yield from ((word, _SLIP) for word in sorted(near))

    def _keys(self, name: str) -> Iterable[str]:
        """The words of a name, and what they mean (`k:chamber`)."""
        return (*fold(name).split(), *name_key(name), *self._reader.form(name).tokens)


def _shortened(word: str) -> set[str]:
    """A word, and the word without each one of its letters; nothing for meanings and for short words."""
    if len(word) < _SHORTEST or ":" in word:
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
