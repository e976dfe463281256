"""Since when somebody has held an office that a clause only points to: `der das Amt seit 2017 innehatte`.

It is the office in which the person was just succeeded, else the one named last before the clause. `Seit sechs Jahren
im Amt` is counted back from the day of the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract import lexicon, relative, sentences, spells
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.row import Held
from kg.extract.words import SOFT, Word, longest

LONGEST = 70
"""Nobody holds an office for more years."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause on `the office`: whom it is about, where it stands, from when until when."""

    person: Find
    start: int
    end: int
    since: str | None
    until: str | None


def dated(clauses: Sequence[Clause], held: Sequence[Held], followed: Sequence[Held]) -> tuple[Held, ...]:
    """The offices of both lists, those with their days that a clause on `the office` tells."""
    out = [*held, *followed]
    for clause in clauses:
        n = _meant(clause, out, len(held))
        if n is not None:
            until = clause.until or out[n].capacity.until
            out[n] = replace(out[n], capacity=replace(out[n].capacity, since=clause.since, until=until))
    return tuple(out)


def find(page: Page, people: Sequence[Find]) -> Iterator[Clause]:
    """The clauses that tell days and name the office by no more than `the office`."""
    cues = lexicon.phrases("offices.pointing")
    for line in page.lines:
        here = within(people, line.start, line.end)
        for first, stop in sentences.split(page.text, line) if here else ():
            for i in range(first, stop):
                if line.words[i].fold in cues.starting and longest(line.words, i, cues) is not None:
                    yield from _clause(page, line, (first, i, stop), here)


def _clause(page: Page, line: Line, at: tuple[int, int, int], here: Sequence[Find]) -> Iterator[Clause]:
    first, cue, stop = at
    words = line.words
    begin = next((n for n in range(cue, first, -1) if words[n].gap not in SOFT), first)
    end = next((n for n in range(cue + 1, stop) if words[n].gap not in SOFT), stop)
    since, until = spells.told(page, words[begin].start, words[end - 1].end)
    since = since or _counted(page, words[begin:end])
    person = next((p for p in reversed(here) if words[first].start <= p.start < words[cue].start), None)
    if person is not None and (since is not None or until is not None):
        yield Clause(person, words[begin].start, words[end - 1].end, since, until)


def _counted(page: Page, words: Sequence[Word]) -> str | None:
    """The year in which an office began that was held `for six years`."""
    day = relative.published(page)
    for word, unit in pairwise(words):
        number = lexicon.table("attendance.exact").get(word.fold, word.text)
        if day is not None and number.isdecimal() and unit.fold in lexicon.words("calendar.years"):
            return str(day.year - int(number)) if int(number) <= LONGEST else None
    return None


def _meant(clause: Clause, held: Sequence[Held], succeeded: int) -> int | None:
    """The place in the list of the office that a clause is about; those from `succeeded` on were passed on."""
    own = [n for n, h in enumerate(held) if h.person.name == clause.person.name and h.capacity.position is not None]
    passed = [n for n in own if n >= succeeded and held[n].person.start == clause.person.start]
    before = [n for n in own if clause.person.start <= held[n].capacity.start < clause.start]
    if passed or before:
        return (passed or sorted(before, key=lambda n: held[n].capacity.start))[-1]
    return own[0] if len(own) == 1 else None
