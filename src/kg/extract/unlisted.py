"""Towns that no list knows, told by where they stand: behind `à` or a postal code, at the head or end of a line of
date and place.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import heads, lexicon, offices, outline
from kg.extract.finds import Cover, Page
from kg.extract.lines import Line
from kg.extract.words import Word, longest

LONGEST = 14
"""A line that ends in a town behind a building has no more words."""


def towns(page: Page, lines: Mapping[int, int], taken: Cover) -> Iterator[tuple[int, int]]:
    """Towns that no list knows (`Pontarlier, 14 octobre`; `24988 Oeversee`; `Rathaussaal, Bor`)."""
    for line in page.lines:
        beside, dated = line.start in lines, bool(page.dates_in(line))
        last = _last(line) if beside or line.column == "place" else None
        head = _labelled(page, line)
        for i, word in enumerate(line.words):
            if word.shape != "C" or word.start in taken:
                continue
            behind = i > 0 and line.words[i - 1].text == "à" and word.gap == "s" and line.words[i - 1].shape == "l"
            leads = beside and ((i == 0 and _before_place(page, line)) or behind_day(page, line, i))
            told = (behind and (beside or dated)) or leads or i in (last, head) or _posted(line.words, i)
            if told and _may_be_town(line.words, i):
                yield word.start, line.words[_run(line.words, i) - 1].end


def _labelled(page: Page, line: Line) -> int | None:
    """`Ort: Freyung, Schloss Wolfstein`: the word behind the label of a place, a building behind its comma."""
    label = outline.label(page.text, line) if ":" in page.text[line.start : line.end] else None
    if label is None or label[0] != "place" or line.column == "place":
        return None
    return label[1] if before_building(line.words, label[1]) else None


def before_building(words: Sequence[Word], i: int) -> bool:
    """`Freyung, Schloss Wolfstein, Großer Saal`: one name and a comma, and what stands behind that is a building."""
    stop = _run(words, i)
    halls = lexicon.endings("venues.suffixes")
    if stop >= len(words) or words[stop].gap != "c" or not _may_be_town(words, i) or words[i].fold.endswith(halls):
        return False
    end = next((n for n in range(stop + 1, len(words)) if words[n].gap not in "sah"), len(words))
    return _built(words[stop:end], halls)


def behind_day(page: Page, line: Line, i: int) -> bool:
    """`Freitag, 13. Juni – Reichenau, Alte Mühle`: right behind the day a name, a building behind its comma."""
    word = line.words[i]
    day = i > 0 and any(line.words[i - 1].start < d.stop <= word.start for d in page.dates_in(line))
    return day and word.capital and word.gap in "s-:c(p" and before_building(line.words, i)


def _posted(words: Sequence[Word], i: int) -> bool:
    """`24988 Oeversee`, `A-6900 Bregenz`: a postal code stands before the name, and something else before that."""
    if i < 1 or words[i].gap != "s" or not words[i - 1].text.isdecimal() or len(words[i - 1].text) not in CODES:
        return False
    coded = words[i - 1].gap == "h" and i > 1 and words[i - 2].capital and len(words[i - 2].text) <= CODE
    return coded or words[i - 1].gap in "c(" or (words[i - 1].gap == "^" and len(words[i - 1].text) == max(CODES))


CODES, CODE = (4, 5), 2
"""How many digits a postal code has, and how many letters the country before it."""


def _last(line: Line) -> int | None:
    """The word at which a line ends in a town: one name behind a comma, a building before it."""
    words = line.words
    i = next((n for n in range(len(words) - 1, 0, -1) if words[n].gap not in "sah"), 0)
    if i == 0 or words[i].gap != "c" or _run(words, i) < len(words) or len(words) > LONGEST:
        return None
    before = next((n for n in range(i - 1, 0, -1) if words[n].gap not in "sah"), 0)
    return i if line.column == "place" or _site(words[before:i]) else None


def _site(words: Sequence[Word]) -> bool:
    """A building or a street and its number."""
    return _built(words, _endings())


def _built(words: Sequence[Word], ends: tuple[str, ...]) -> bool:
    """A word for a building, or one that ends as such words do."""
    heads_of = lexicon.phrases("venues.heads")
    return any(longest(words, n, heads_of) is not None or w.fold.endswith(ends) for n, w in enumerate(words))


@cache
def _endings() -> tuple[str, ...]:
    """What German compounds for a building or a street end in."""
    streets = (w for w in lexicon.words("venues.address") if len(w) > len("rue"))
    return tuple(sorted({*lexicon.words("venues.suffixes"), *streets}))


def _run(words: Sequence[Word], i: int) -> int:
    """The index after a town's name, with its hyphens and its river (`Weil am Rhein`, `Pont-sur-Sambre`)."""
    stop = i + 1
    while stop < len(words) and words[stop].gap == "h":
        stop += 1
    after = stop
    while after < len(words) and words[after].gap == "s" and words[after].fold in lexicon.words("venues.rivers"):
        after += 1
    return after + 1 if stop < after < len(words) and words[after].gap == "s" and words[after].capital else stop


def _before_place(page: Page, line: Line) -> bool:
    """True where one name and a comma stand before a date or a venue."""
    stop = _run(line.words, 0)
    if stop >= len(line.words) or line.words[stop].gap not in "c-":
        return False
    dated = any(d.begin == line.words[stop].start for d in page.dates_in(line))
    return dated or longest(line.words, stop, lexicon.phrases("venues.heads")) is not None


def _may_be_town(words: Sequence[Word], i: int) -> bool:
    if words[i].fold in lexicon.words("grammar.openers", "venues.inside", "venues.virtual", "calendar.weekdays"):
        return False
    built = longest(words, i, lexicon.phrases("venues.heads", "venues.rooms")) is not None
    return not built and heads.at(words, i) is None and offices.head(words, i) is None
