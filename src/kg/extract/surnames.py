"""Bare surnames: `Zingraff dankte`, `Mme Britz` are persons that the page names in full elsewhere."""

from collections.abc import Iterator, Sequence

from kg.extract import lexicon, offices, places
from kg.extract.finds import Cover, Find, Page, make
from kg.extract.words import Word, longest
from kg.model import EntityType


def known(page: Page, people: Sequence[Find]) -> tuple[Find, ...]:
    """All persons, with the places where only the surname of one of them stands."""
    bearers = _bearers(people)
    full = [_known(page.text, f, bearers) for f in people]
    return tuple(sorted({*full, *_surnames(page, full, bearers)}))


def _bearers(people: Sequence[Find]) -> dict[str, set[str]]:
    """The full names that end in a surname."""
    out: dict[str, set[str]] = {}
    for person in people:
        if " " in person.name:
            out.setdefault(person.name.rsplit(" ", 1)[1].casefold(), set()).add(person.name)
    return out


def _known(text: str, person: Find, bearers: dict[str, set[str]]) -> Find:
    """`Mme Britz` is the Charlotte Britz of the same page."""
    names = bearers.get(person.name.casefold(), set()) if " " not in person.name else set()
    return make(text, person.start, person.end, person.type, min(names)) if len(names) == 1 else person


def _surnames(page: Page, people: Sequence[Find], bearers: dict[str, set[str]]) -> Iterator[Find]:
    """Bare surnames, after an honorific or on their own, of the one person who bears it."""
    taken = Cover.of(page.text, people)
    for line in page.lines:
        for i, word in enumerate(line.words):
            names = bearers.get(word.text.casefold()) if word.capital else None
            if names and len(names) == 1 and word.start not in taken and _alone(line.words, i):
                yield make(page.text, word.start, word.end, EntityType.PERSON, min(names))


def _alone(words: Sequence[Word], i: int) -> bool:
    """True where a capitalised word is a name by itself and no part of another."""
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    honoured = before is not None and (before.fold in lexicon.words("honorifics") or _in_office(words, i))
    if after is not None and after.gap in "ha":
        return False
    if before is not None and words[i].gap in "ha":
        return False
    if not honoured and longest(words, i, places.names()) is not None:
        return False
    lonely = before is None or words[i].gap not in "s" or not before.capital or i == 1
    return honoured or (lonely and len(words[i].text) > 3)


def _in_office(words: Sequence[Word], i: int) -> bool:
    """`Bezirkshauptfrau Ploner`, `Mayor Byrne`: an office with a capital right before the surname."""
    return words[i].gap == "s" and words[i - 1].capital and offices.head(words, i - 1) == i
