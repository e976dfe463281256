"""How many came: `une centaine d'invités`, `mehr als 160 Gäste`, `the group of 28`, `ils étaient 42`."""

from collections.abc import Sequence
from functools import cache, lru_cache

from kg.extract import lexicon, occasions, sentences
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Page
from kg.extract.words import SOFT, Word, find, longest
from kg.model import Attendance, Qualifier

HEADLINE = 16
"""A headline has no more words: there a rounded number of guests is one without a verb."""
NEAR, NEARER = 5, 3
"""So many words may stand from a number to its people, where a verb tells that they came and where none does."""
LEAD = 5
"""A number that begins a sentence is among so many first words."""
FEWEST = 5
"""Fewer people than these are no audience."""
LONG = 7
"""A German word this long may end in people (`Ratsmitglieder`)."""


def attendance(page: Page, drafts: Sequence[Draft], scenes: Sequence[Scene]) -> None:
    """Give each event the number of people that its lines say came."""
    for scene in scenes:
        draft, other = drafts[scene.event] if not scene.item else _whole(drafts, scene.event), False
        for first, stop in sentences.split(page.text, scene.line):
            other = _elsewhere(page, draft, scene.line.words[first:stop], other=other)
            if draft.attendance is None and not other:
                dated = _dated(page, scene.line.words, first, stop)
                found = _counted(scene.line.words, first, stop, dated)
                if found is not None:
                    draft.attendance = found
                    draft.spans.append((scene.line.words[first].start, scene.line.words[stop - 1].end))


def _elsewhere(page: Page, draft: Draft, words: Sequence[Word], *, other: bool) -> bool:
    """True for a sentence on another day, or on what is to come; in `other` one the sentence before was."""
    days = [d.start for d in page.dates_between(words[0].start, words[-1].end) if d.exact]
    if draft.day is not None and days:
        other = not any(draft.covers(day) for day in days)
    return other or (not draft.ahead and find(words, lexicon.phrases("page.next")) is not None)


def _whole(drafts: Sequence[Draft], event: int) -> Draft:
    draft = drafts[event]
    while draft.parent is not None and not draft.entry:
        draft = drafts[draft.parent]
    return draft


def _dated(page: Page, words: Sequence[Word], first: int, stop: int) -> frozenset[int]:
    """The words of a sentence that tell days, and no heads."""
    dates = page.dates_between(words[first].start, words[stop - 1].end)
    if not dates:
        return frozenset()
    return frozenset(i for i in range(first, stop) if any(d.begin <= words[i].start < d.stop for d in dates))


def _counted(words: Sequence[Word], first: int, stop: int, dated: frozenset[int]) -> Attendance | None:
    values = [(i, v) for i in range(first, stop) if i not in dated and (v := _value(words[i])) is not None]
    told = bool(values and sentences.cues(words, first, stop, lexicon.phrases("attendance.cues")))
    for i, value in values:
        qualifier = _qualifier(words, first, i)
        if _grouped(words, first, i) or (value >= FEWEST and _came(words, first, i, stop)):
            return Attendance(value=value, qualifier=qualifier)
        if not _people(words, i + 1, min(stop, i + (NEAR if told else NEARER))):
            continue
        if told or _with(words, first, i) or (qualifier is not Qualifier.EXACT and stop - first <= HEADLINE):
            return Attendance(value=value, qualifier=qualifier)
    return None


def _value(word: Word) -> int | None:
    if word.shape == "0":
        return int(word.text) if word.text.isdecimal() and not 1900 <= int(word.text) <= 2100 else None
    return _spelled(word.fold)


@lru_cache(maxsize=1_000)
def _spelled(fold: str) -> int | None:
    spelled = lexicon.table("attendance.numbers").get(fold) or lexicon.table("attendance.exact").get(fold)
    if spelled is None and fold.endswith(_headed()):
        stem = next(fold.removesuffix(end) for end in _headed() if fold.endswith(end))
        spelled = lexicon.table("attendance.exact").get(stem)
    return None if spelled is None else int(spelled)


@cache
def _headed() -> tuple[str, ...]:
    """`elfköpfige`: the ending of an adjective that counts heads."""
    return tuple(sorted(lexicon.words("attendance.headed"), key=lambda w: (-len(w), w)))


def _people(words: Sequence[Word], i: int, stop: int) -> bool:
    return any(
        longest(words, n, lexicon.phrases("attendance.people")) is not None or words[n].fold.endswith(_endings())
        for n in range(i, stop)
        if words[n].capital or longest(words, n, lexicon.phrases("attendance.people")) is not None
    )


@cache
def _endings() -> tuple[str, ...]:
    """What German compounds that name people end in."""
    return tuple(sorted(w for w in lexicon.phrases_of("de", "attendance", "people") if len(w) >= LONG and " " not in w))


def _grouped(words: Sequence[Word], first: int, i: int) -> bool:
    """`the group of 28`, `délégation de 12`, `eine elfköpfige Delegation`, `ils étaient 42`."""
    groups = lexicon.phrases("roles.groups")
    linked = i - 2 >= first and words[i - 1].fold in lexicon.words("grammar.links") and words[i].gap == "s"
    if linked and any(longest(words, n, groups) is not None for n in range(max(first, i - 3), i - 1)):
        return True
    headed = words[i].fold.endswith(_headed()) or (
        i + 1 < len(words) and words[i + 1].fold in lexicon.words("attendance.headed")
    )
    if headed:
        return any(longest(words, n, groups) is not None for n in range(i + 1, min(len(words), i + 4)))
    ends = i + 1 == len(words) or words[i + 1].gap not in SOFT
    counted = any(
        (hit := longest(words, n, lexicon.phrases("attendance.counted"))) is not None and hit[0] >= i - 1
        for n in range(max(first, i - 4), i)
    )
    return counted and (ends or words[i + 1].shape == "l")


def _came(words: Sequence[Word], first: int, i: int, stop: int) -> bool:
    """`Some 240 doctors and managers came to ...`: a number of somebody begins the sentence, a verb says they came."""
    if i - first >= LEAD or i + 1 >= stop or words[i + 1].gap != "s":
        return False
    thing = words[i + 1].fold in lexicon.words("attendance.units") or words[i + 1].shape in "0U"
    after = words[i + 1 : stop]
    return not thing and find(after, lexicon.phrases("attendance.came")) is not None


def _with(words: Sequence[Word], first: int, i: int) -> bool:
    """`eine Exkursion mit 40 Teilnehmenden`: right behind an event's word stands with how many it was."""
    j = i - 1
    while j > first + 1 and words[j].shape == "l" and words[j].fold in _qualifying():
        j -= 1
    led = j > first and words[j].fold in lexicon.words("grammar.presenting") and words[j].gap == "s"
    return led and occasions.event_word(words, j - 1) == j


@cache
def _qualifying() -> frozenset[str]:
    """The words, one by one, that say that a number is rounded."""
    phrases = lexicon.words("attendance.about", "attendance.at_least", "attendance.at_most")
    return frozenset(w for phrase in phrases for w in phrase.split())


def _qualifier(words: Sequence[Word], first: int, i: int) -> Qualifier:
    for key, value in (("at_least", Qualifier.AT_LEAST), ("at_most", Qualifier.AT_MOST), ("about", Qualifier.ABOUT)):
        phrases = lexicon.phrases(f"attendance.{key}")
        for n in range(max(first, i - 4), i):
            hit = longest(words, n, phrases)
            if hit is not None and hit[0] <= i:
                return value
    rounded = words[i].fold in lexicon.table("attendance.numbers")
    return Qualifier.ABOUT if rounded else Qualifier.EXACT
