"""Which names are compared at all: those that share two of their rarest meanings, so that cost grows with the names.

Two names that differ in one word still share a pair of their rarest meanings. A block that is too large is divided
by one more meaning; what is still too large says nothing and is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from kg.resolve.match.forms import Form
from kg.resolve.match.vocabulary import KIND, NAME, TOPIC

RAREST = 3
LARGEST = 40
"""Names of one block; with more, their common words are not telling."""
_PREFIX = 4
_COMMON = (KIND, TOPIC)

_T = TypeVar("_T", bound=Hashable)
Key = tuple[str, ...]


def form_pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The pairs of forms, by their numbers, that are worth comparing; each once."""
    frequency = Counter(token for form in forms for token in form.tokens)
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for key in _keys(form, frequency):
            blocks[key].append(number)
    yield from pairs_within(_divided(blocks, forms))


def pairs_within(blocks: Iterable[Sequence[_T]]) -> Iterator[tuple[_T, _T]]:
    """All pairs of the members of each block, each once."""
    seen: set[tuple[_T, _T]] = set()
    for block in blocks:
        for pair in combinations(block, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys(form: Form, frequency: Counter[str]) -> Iterator[Key]:
    rarest = sorted(form.tokens, key=lambda token: (frequency[token], token))[:RAREST]
    for pair in combinations(sorted(rarest), 2):
        if not all(token.startswith(_COMMON) for token in pair):
            yield pair
    kinds = [token for token in form.tokens if token.startswith(KIND)]
    for token in rarest:
        if token.startswith(NAME) and len(form.tokens) <= RAREST:
            for kind in kinds:
                yield ("prefix", kind, token[: len(NAME) + _PREFIX])


def _divided(blocks: dict[Key, list[int]], forms: Sequence[Form]) -> Iterator[list[int]]:
    for key, block in sorted(blocks.items()):
        if len(block) <= LARGEST:
            yield block
            continue
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for number in block:
            for token in forms[number].tokens:
                if token not in key:
                    parts[token].append(number)
        yield from (part for _, part in sorted(parts.items()) if len(part) <= LARGEST)
