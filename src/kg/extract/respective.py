"""Several holders of one office named together: `les présidents des conseils départementaux de A et de B, X et Y`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import lexicon, offices, pieces
from kg.extract.finds import Find, Page, flat, within
from kg.extract.lines import Line
from kg.extract.row import Capacity, Held, Row
from kg.extract.words import SOFT, Word, longest
from kg.model import EntityType
from kg.text.normal import fold

REACH = 24
"""How many words may lie between the office and the first name."""


def find(page: Page, people: Sequence[Find]) -> tuple[Held, ...]:
    """Offices in the plural, given out to as many people as bodies are named."""
    return tuple(h for line in page.lines for h in _in_line(page.text, line, people))


def _in_line(text: str, line: Line, people: Sequence[Find]) -> Iterator[Held]:
    here = within(people, line.start, line.end)
    if len(here) < 2:
        return
    row, plurals = Row(text, line.words, {}, True), lexicon.phrases("offices.plurals")
    for i, word in enumerate(line.words):
        hit = longest(line.words, i, plurals) if word.fold in plurals.starting else None
        group = [] if hit is None else _together(row, hit[0], here)
        if hit is not None and len(group) > 1:
            yield from _given(row, (i, hit[0]), group)


def ordered(page: Page, people: Sequence[Find], names: Mapping[int, Find]) -> tuple[Held, ...]:
    """Offices listed in the order of those who hold them: `A et B, respectivement maire de X et préfet de Y`."""
    return tuple(h for line in page.lines for h in _ordered(page.text, line, people, names))


def _ordered(text: str, line: Line, people: Sequence[Find], names: Mapping[int, Find]) -> Iterator[Held]:
    cues = lexicon.words("offices.respectively")
    cue = next((i for i, w in enumerate(line.words) if w.fold in cues), None)
    if cue is None:
        return
    row = Row(text, line.words, names, False)
    group = _group(row, within(people, line.start, line.words[cue].start))
    if len(group) < 2:
        return
    begin = cue + 1
    behind = row.index(group[-1].end)
    if offices.at(row.words, behind) is not None:
        begin = behind
    stop = next((i for i in range(begin + 1, len(row.words)) if row.sentence_ends(i)), len(row.words))
    told = _offices(row, begin, stop, cue)[: len(group)]
    if len(told) == len(group):
        yield from (Held(person, capacity) for person, capacity in zip(group, told, strict=True))


def _group(row: Row, people: Sequence[Find]) -> list[Find]:
    """The last people who stand side by side: between them commas, joining words and titles."""
    group: list[Find] = []
    small = lexicon.words("grammar.joins", "honorifics") | {""}
    for person in people:
        between = fold(row.text[group[-1].end : person.start]).split() if group else []
        group = [*group, person] if all(w in small for w in between) else [person]
    return group


def _offices(row: Row, begin: int, stop: int, cue: int) -> list[Capacity]:
    """The offices between two words, one for each: cut where an office begins behind a comma or a joining word."""
    starts = [i for i in range(begin, stop) if _opens(row, i, begin, cue)]
    out: list[Capacity] = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else stop
        while end > start + 1 and (row.words[end - 1].fold in _between_offices() or end - 1 == cue):
            end -= 1
        out.extend(c for c in list(pieces.read(row, start, end, listed=False))[:1] if c.position is not None)
    return out


@cache
def _between_offices() -> frozenset[str]:
    return lexicon.words("grammar.joins", "offices.respectively")


def _opens(row: Row, i: int, begin: int, cue: int) -> bool:
    before = row.words[i - 1] if i else None
    led = i == begin or row.words[i].gap in "c:" or (before is not None and before.fold in _between_offices())
    return led and i != cue and offices.at(row.words, i) is not None


def _together(row: Row, i: int, people: Sequence[Find]) -> list[Find]:
    """The people who stand side by side right behind the office's phrase."""
    first = next((p for p in people if p.start >= row.words[i - 1].end), None)
    if first is None or not 0 < row.index(first.start) - i < REACH:
        return []
    group = [first]
    for person in people[people.index(first) + 1 :]:
        between = fold(row.text[group[-1].end : person.start])
        if between and between not in lexicon.words("grammar.joins"):
            break
        group.append(person)
    return group


def _given(row: Row, office: tuple[int, int], group: Sequence[Find]) -> Iterator[Held]:
    first, stop = office
    bodies = _bodies(row, stop, row.index(group[0].start), len(group))
    title = offices.singular(flat(row.text[row.words[first].start : row.words[stop - 1].end]))
    start, end = row.words[first].start, row.words[stop - 1].end
    for person, body in zip(group, bodies, strict=False):
        yield Held(person, Capacity(title, start, end, body))


def _bodies(row: Row, i: int, stop: int, count: int) -> list[Find]:
    """The bodies of a plural head, cut at `et`: as many as there are people, else none."""
    plural = lexicon.table("institutions.singular")
    for j in range(i, stop):
        for length in (3, 2, 1):
            words = row.words[j : j + length]
            single = plural.get(" ".join(w.fold for w in words))
            if single is not None:
                return _cut(row, (j, j + length, stop), single, count)
    return []


def _cut(row: Row, where: tuple[int, int, int], single: str, count: int) -> list[Find]:
    first, start, stop = where
    out: list[Find] = []
    begin = start
    for n in range(start, stop + 1):
        if n < stop and not _parts(row.words[n]):
            continue
        if n > begin:
            name = f"{single} {flat(row.text[row.words[begin].start : row.words[n - 1].end])}"
            left, right = row.words[first].start, row.words[n - 1].end
            out.append(Find(left, right, EntityType.ORGANIZATION, flat(row.text[left:right]), name))
        begin = n + 1
    return out if len(out) == count else []


def _parts(word: Word) -> bool:
    """An `et` between two names, or a comma; the `et` of `Meurthe-et-Moselle` is neither."""
    return word.gap not in SOFT or (word.gap == "s" and word.fold in lexicon.words("grammar.joins"))
