"""The parts of an event that a report or a letter tells in sentences: `Den Auftakt machte ein Empfang im Landhaus`.

A part is named by an event's word with a title in quotation marks, with an article that brings something new (`a
workshop`), with what it is of (`la visite de l'hôpital`), with a time, or as what came first or last (`ended with a
reception`). What follows in its paragraph is of it. In
the report of a journey the days go by in headings and sentences: `Montag: Innsbruck`, `the second day`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from kg.extract import accounts, debates, lexicon, occasions, outline, relative, sentences, times, topics
from kg.extract.drafts import Draft, Scene
from kg.extract.entitled import Named, called
from kg.extract.finds import Page, flat
from kg.extract.state import Agenda
from kg.extract.words import Word, find, longest
from kg.model import BlockKind, Role

KINDS = ("ceremony", "conference", "meeting", "other", "reception", "round-table", "talk", "visit", "workshop")
DAY_CELL = 3
"""The day of a row has no more words."""
STAGES = ("round-table", "talk", "workshop")
"""Parts that lie within a conference told of before them under the same heading."""
JOURNEY = 10
"""An event of no more days than these is told day by day."""


def find_parts(page: Page, plan: Agenda) -> None:
    """Add the parts that sentences tell of to an agenda, and give them their sentences."""
    plain = not any(scene.item for scene in plan.scenes)
    tellers: dict[int, _Teller] = {}
    scenes: list[Scene] = []
    for scene in plan.scenes:
        root = _root(plan, scene.event)
        if (plan.drafts[root].prose or plain) and not plan.drafts[root].entry:
            scenes.extend(tellers.setdefault(root, _Teller(page, plan, root)).read(scene))
        else:
            scenes.append(scene)
    plan.scenes[:] = scenes


def _root(plan: Agenda, event: int) -> int:
    above = plan.drafts[event].parent
    return event if above is None else _root(plan, above)


class _Teller:
    """Reads the scenes in order, and knows the day, and the part under which others lie."""

    def __init__(self, page: Page, plan: Agenda, main: int) -> None:
        self.page = page
        self.plan = plan
        self.main = main
        self.days = _days(plan.drafts[main])
        self.today = plan.drafts[main].day
        self.under: int | None = None
        self.listed: int | None = None

    def read(self, scene: Scene) -> Iterator[Scene]:
        """The scenes of a line: one, or one for each stretch of sentences that are of one part."""
        if self.listed is not None and scene.role is not None:
            yield replace(scene, event=self.listed, role=debates.role(self.plan.drafts[self.listed], scene.role))
            return
        leads = outline.leads_to(self.page.text, scene.line) is not None
        if outline.runs(self.page.text, scene.line) or (leads and self._parts(scene.line.words, 0, None)):
            told = list(self._paragraph(scene))
            self.listed = told[-1].event if told and leads else None
            yield from told
            return
        if outline.headed(self.page.text, scene.line) or _day_cell(scene):
            self.under = None
            self._turn(scene.line.words)
            self.today = self._numbered(scene) or self.today
        yield scene

    def _numbered(self, scene: Scene) -> str | None:
        """The day of the event that a cell gives by its number alone (`Tue 8`)."""
        numbers = [int(w.text) for w in scene.line.words if w.text.isdecimal()] if _day_cell(scene) else []
        return next((d for d in self.days if numbers == [int(d[-2:])]), None)

    def _paragraph(self, scene: Scene) -> Iterator[Scene]:
        words = scene.line.words
        cuts: dict[int, tuple[int, Role | None]] = {0: (self._base(scene), scene.role)}
        for first, stop in sentences.split(self.page.text, scene.line):
            if self._turn(words[first:stop]):
                cuts[first] = (self._base(scene), scene.role)
            for n, part in enumerate(self._parts(words, first, stop)):
                event = self._open(scene, part, words[first:stop])
                cuts[part.first if n else first] = (event, self._role(scene, part))
                after = self._base(scene) if topics.by_somebody(words, part.begin, part.end) else event
                cuts[stop] = (after, scene.role)
        yield from _cut(scene, cuts)

    def _role(self, scene: Scene, part: Named) -> Role | None:
        """Who stands in the sentence that names a talk speaks there."""
        return Role.SPEAKER if part.kind in STAGES and scene.role is None else scene.role

    def _base(self, scene: Scene) -> int:
        return self.under if self.under is not None and scene.event == self.main else scene.event

    def _turn(self, words: Sequence[Word]) -> bool:
        """Go on to the day that some words tell, if they tell one of the event's."""
        if len(self.days) < 2:
            return False
        told = next((d for i in range(len(words)) if (d := self._day(words, i)) is not None), None)
        told = next(
            (d.start for d in self.page.dates_between(words[0].start, words[-1].end) if d.start in self.days), told
        )
        if told is None or told == self.today:
            return False
        self.today, self.under = told, None
        return True

    def _day(self, words: Sequence[Word], i: int) -> str | None:
        number = relative.weekday(words[i])
        if number is not None:
            return next((d for d in self.days if date.fromisoformat(d).weekday() == number), None)
        hit = longest(words, i, lexicon.kinds("calendar.nth"))
        if hit is None:
            return None
        return (
            self.days[-1] if hit[1] == "last" else self.days[min(int(hit[1].removeprefix("day")), len(self.days)) - 1]
        )

    def _parts(self, words: Sequence[Word], first: int, end: int | None) -> list[Named]:
        """The parts that a sentence tells of, in order."""
        stop = len(words) if end is None else end
        sentence = words[first:stop]
        dates = self.page.dates_between(sentence[0].start, sentence[-1].end)
        if any(d.start not in self.days for d in dates):
            return []
        out: list[Named] = []
        i = first
        while i < stop:
            found = self._part(words, i, (first, stop)) or called(self.page.text, words, i, (first, stop))
            if found is not None and not self._said(found):
                out.append(found)
            i = (
                i + 1
                if found is None
                else max(i + 1, next((n for n in range(i, stop) if words[n].start >= found.end), stop))
            )
        return out

    def _part(self, words: Sequence[Word], i: int, within: tuple[int, int]) -> Named | None:
        hit = _word(words, i)
        if hit is None or hit[0] > within[1] or _inside(words, i):
            return None
        begin, end = occasions.phrase(self.page.text, words, (i, hit[0]), within)
        quoted = words[hit[0] - 1].end < end and end not in {w.end for w in words[hit[0] : within[1]]}
        if quoted or begin >= words[hit[0] - 1].end:
            return Named(i, begin, end, hit[1])  # a title in quotation marks or between commas
        again = hit[0] < within[1] and words[hit[0]].gap == "s" and _word(words, hit[0]) is not None
        if again or find(words[within[0] : within[1]], lexicon.phrases("page.next", "page.superseded")) is not None:
            return None
        first = next(n for n in range(within[0], i + 1) if words[n].start >= begin)
        stop = next((n for n in range(i, within[1]) if words[n].start >= end), within[1])
        fragment = _fragment(words, *within) if len(self.days) > 1 and i == within[0] else None
        if fragment is not None:
            return Named(first, begin, fragment, hit[1])
        fresh = self._fresh(words[within[0] : within[1]], (first - within[0], i - within[0]), hit[1], stop > hit[0])
        return Named(first, begin, _placed(words, stop, within[1], end), hit[1]) if fresh else None

    def _fresh(self, sentence: Sequence[Word], at: tuple[int, int], kind: str, complement: bool) -> bool:
        """True where a noun phrase brings a part that is new, and does not mean the event itself."""
        first, i = at
        one = len(self.days) == 1
        before = sentence[first - 1].fold if first else ""
        counted = kind in STAGES and _counted(sentence, first, i)
        new = counted or before in lexicon.words("grammar.indefinite")
        bare = not complement and not new and before in lexicon.words("grammar.definite")
        timed = kind != "talk" and _timed(self.page.text, sentence, anywhere=new and one)
        bodiless = kind == "other" or (kind == "talk" and not complement)
        vague = not timed and bodiless and longest(sentence, i, lexicon.kinds("events.heads")) is None
        if vague or (bare and find(sentence, lexicon.phrases("events.opened")) is not None):
            return False
        follows = new and one and find(sentence, lexicon.phrases("events.sequels")) is not None
        fresh = counted or (len(self.days) > 1 and _fresh(before, complement))
        return fresh or (timed and before in _articles()) or follows

    def _said(self, part: Named) -> bool:
        title = flat(self.page.text[part.begin : part.end]).casefold()
        return any(title in d.title.casefold() or d.title.casefold() in title for d in self.plan.drafts)

    def _open(self, scene: Scene, part: Named, words: Sequence[Word]) -> int:
        """Add a part; its number."""
        base = self._base(scene)
        nested = base != self.main and part.kind not in STAGES and self.under is not None
        draft = Draft(day=self.today, parent=self.main if nested else base, told=True, kind=part.kind)
        draft.add_title(self.page.text, part.begin, topics.end(scene.line.words, part.end, part.kind))
        clock = times.find(self.page.text, words[0].start, words[-1].end)
        if clock is not None:
            draft.clock = clock
            draft.spans.append((clock.begin, clock.stop))
        self.plan.drafts.append(draft)
        number = len(self.plan.drafts) - 1
        self.under = number if part.kind == "conference" else self.under
        return number


def _day_cell(scene: Scene) -> bool:
    """`Tue 8` in the first cell of a row: the day of what the row tells."""
    return scene.line.kind is BlockKind.ROW and scene.line.cell == 0 and len(scene.line.words) <= DAY_CELL


def _cut(scene: Scene, cuts: dict[int, tuple[int, Role | None]]) -> Iterator[Scene]:
    """The stretches of a paragraph between the cuts."""
    starts = [n for n in sorted(cuts) if n < len(scene.line.words)]
    for n, start in enumerate(starts):
        event, role = cuts[start]
        stop = starts[n + 1] if n + 1 < len(starts) else len(scene.line.words)
        yield accounts.piece(replace(scene, event=event, role=role), start, stop)


def _days(draft: Draft) -> list[str]:
    """The days of an event, one after the other."""
    if draft.day is None:
        return []
    try:
        first, last = date.fromisoformat(draft.day), date.fromisoformat(draft.last or draft.day)
    except ValueError:
        return [draft.day]
    length = (last - first).days
    return (
        [(first + timedelta(days=n)).isoformat() for n in range(length + 1)] if 0 <= length < JOURNEY else [draft.day]
    )


def _word(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    """The index after an event's word, and its kind."""
    known = ("events.heads", "events.items")
    for name in known if words[i].fold in lexicon.begun(*known) else ():
        hit = longest(words, i, lexicon.kinds(name))
        fits = hit is not None and hit[1] in KINDS and not occasions.bound(words, hit[0])
        if hit is not None and fits and not occasions.verb(words, i, hit[0]):
            return hit
    return (i + 1, occasions.kind_of(words[i])) if occasions.compound(words[i]) else None


def _timed(text: str, words: Sequence[Word], *, anywhere: bool) -> bool:
    """True for a sentence that begins with a time (`Um 19.45 Uhr beginnt die Diskussion`), or holds one `anywhere`."""
    clock = times.find(text, words[0].start, words[-1].end)
    return clock is not None and (anywhere or clock.begin - words[0].start < EARLY)


def _fresh(before: str, complement: bool) -> bool:
    """An article that brings something new, or a complement that says of what it is."""
    return before in lexicon.words("grammar.indefinite") or (complement and before in lexicon.words("grammar.definite"))


def _articles() -> frozenset[str]:
    return lexicon.words("grammar.articles", "grammar.indefinite")


def _counted(words: Sequence[Word], first: int, i: int) -> bool:
    """`La seconde table ronde était animée par X`: counted, and no title behind it."""
    titled = any(w.gap in "cq" for w in words[i + 1 : i + 4])
    return first < i and not titled and words[first].fold in lexicon.words("grammar.editions")


def _fragment(words: Sequence[Word], first: int, stop: int) -> int | None:
    """The end of a sentence without a verb that names a part (`Walk on the boardwalk.`), without who hosts it."""
    verbs = lexicon.kinds("roles.verbs")
    ends = (n for n in range(first + 1, stop) if words[n].gap in "c(" or longest(words, n, verbs) is not None)
    cut = next(ends, stop)
    short = stop - first <= FRAGMENT and (cut == stop or words[cut].gap in "c(")
    return words[cut - 1].end if short else None


def _inside(words: Sequence[Word], i: int) -> bool:
    """True behind an apostrophe or a hyphen, but for `Grenzraum-Konferenz`."""
    return i > 0 and (words[i].gap == "h" and not (words[i].capital and words[i - 1].capital))


def _placed(words: Sequence[Word], i: int, stop: int, end: int) -> int:
    """`Empfang im Landhaus`, `reception in Frankfurt's Town Hall`: the place right behind belongs to the title."""
    if i >= stop or words[i].gap != "s" or words[i].fold not in lexicon.words("grammar.where"):
        return end
    j = i + 1
    while j < stop and j < i + PLACE and words[j].gap in "sah" and (words[j].capital or words[j].fold in _small()):
        j += 1
    while j > i + 1 and not words[j - 1].capital:
        j -= 1
    return words[j - 1].end if words[j - 1].capital else end


FRAGMENT = 14
"""A sentence without a verb has no more words."""
EARLY = 16
"""A time that begins a sentence stands among so many characters."""
PLACE = 6
"""A place behind an event's word has no more words."""


@cache
def _small() -> frozenset[str]:
    return lexicon.words("grammar.articles") | {"s", "de", "du", "l", "d"}
