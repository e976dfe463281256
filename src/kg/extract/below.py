"""What a line below says of the one above: the title under a date that stands alone, the kind of an item (`Vortrag`)
under its title, who somebody is under a name.
"""

from collections.abc import Mapping

from kg.extract import items, lexicon, offices, outline, places, times, titles
from kg.extract.drafts import Draft
from kg.extract.finds import Find, Page
from kg.extract.lines import Line
from kg.extract.state import Agenda, State
from kg.extract.words import longest
from kg.model import BlockKind

NEAR = 3
"""Among so many lines under a date stands the title of its event."""
FEWEST = 2


def entitle(page: Page, plan: Agenda, people: Mapping[int, Find]) -> None:
    """Give the events that are called by nothing but their date the title in the lines below."""
    starts = {line.start: n for n, line in enumerate(page.lines)}
    for draft in plan.drafts:
        start = min(draft.spans)[0] if draft.spans else None
        if draft.parent is not None or draft.entry or draft.own or start not in starts:
            continue
        n = starts[start]
        below = _title(page, n, people) if _only_date(page, page.lines[n], draft) else None
        if below is not None:
            draft.title = ""
            draft.add_title(page.text, *items.unquoted(page.text, below.start, below.end))


def _only_date(page: Page, line: Line, draft: Draft) -> bool:
    """True where the title is the line of date and place: days, towns and small words."""
    if not page.text[line.start : line.end].startswith(draft.title[:1]) or len(line.words) > outline.TITLE_WORDS:
        return False
    dates = [(d.begin, d.stop) for d in page.dates_in(line)]
    rest = [i for i, w in enumerate(line.words) if not any(a <= w.start < b for a, b in dates)]
    small = lexicon.words("calendar.openers", "calendar.weekdays", "grammar.local", "grammar.links", "grammar.where")
    towns = {k for i in rest for k in range(i, places.at(line.words, i) or i)}
    return bool(dates) and all(i in towns or line.words[i].fold in small for i in rest)


def _title(page: Page, n: int, people: Mapping[int, Find]) -> Line | None:
    facts = lexicon.phrases("page.place", "page.time", "page.date", "roles.labels")
    for line in page.lines[n + 1 : n + 1 + NEAR]:
        timed = times.opening(page.text, line.start, line.end) is not None
        if timed or outline.programme(line) or page.dates_in(line) or outline.sentence(page.text, line):
            return None
        labelled = longest(line.words, 0, facts) is not None
        town = places.at(line.words, 0) == len(line.words)
        named = items.first_person(line, people) is not None
        if not (labelled or town or named or len(line.words) < FEWEST) and titles.may_be(page, line):
            return line
    return None


def says_kind(above: Line, line: Line, draft: Draft) -> bool:
    """`Table ronde`, `Vortrag` right under the title of an item: what kind of item it is."""
    timed = draft.clock is not None and draft.title != ""
    titled = timed and any(above.start <= a < above.end for a, _ in draft.spans)
    hit = longest(line.words, 0, lexicon.kinds("events.heads")) or longest(line.words, 0, lexicon.kinds("events.items"))
    if not titled or line.bullet or hit is None or line.kind is BlockKind.HEADING or hit[1] in ("other", "break"):
        return False
    if hit[0] != len(line.words):
        return False
    draft.kind = hit[1]
    return True


def says_who(above: Line, line: Line, people: Mapping[int, Find]) -> bool:
    """True for a line under a person that says who it is: the second of a list item, or an office under a bare name."""
    if items.first_person(above, people) != 0:
        return False
    same = line.kind is above.kind is BlockKind.ITEM and line.block == above.block and line.blank == 0
    bare = people[above.words[0].start].end == above.words[-1].end and not above.bullet
    return same or (bare and line.bullet and offices.at(line.words, 0) is not None)


def presents(state: State, above: Line, line: Line) -> bool:
    """`Gespräch zwischen A und B`, `Table ronde avec A et B` right under the title of an item: who takes part in it."""
    if state.item is None:
        return False
    draft = state.out.drafts[state.item]
    titled = draft.clock is not None and any(above.start <= a < above.end for a, _ in draft.spans)
    hit = longest(line.words, 0, lexicon.kinds("events.items")) or longest(line.words, 0, lexicon.kinds("events.heads"))
    person = items.first_person(line, state.people)
    if not titled or line.bullet or line.blank or hit is None or person is None or hit[0] >= len(line.words):
        return False
    return line.words[hit[0]].fold in lexicon.words("grammar.links", "grammar.presenting")
