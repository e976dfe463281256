"""What each line of a page is: furniture, a heading over a programme, a label, date and place, a title, prose."""

import re

from kg.extract import acronyms, bylines, lexicon, offices, recorded, shifted, times
from kg.extract.dates import When
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.times import Clock
from kg.extract.words import behind_bracket, longest
from kg.model import BlockKind, Role
from kg.text.normal import fold

TITLE_WORDS = 24
"""A title, or a line of date and place, has no more words than this."""
OPEN = 4
"""A sentence that stops in the middle leads to a list where one of so many last words is a cue."""
SPACED_LETTERS = 5
LONGEST_ABBREVIATION = 1
"""A full stop behind a word this short (`p.m.`) ends no sentence."""


def headed(text: str, line: Line) -> bool:
    """A heading, in plain text a short line in capitals."""
    if line.kind is BlockKind.HEADING:
        return True
    short = line.kind is BlockKind.LINE and len(line.words) <= TITLE_WORDS and line.blank > 0 and not line.bullet
    return short and acronyms.shouted(line) and not sentence(text, line)


def top(line: Line) -> bool:
    """The page's own heading; it may be a title also where it holds a name."""
    return line.kind is BlockKind.HEADING and line.level == 1


def starts(line: Line, *names: str) -> bool:
    """True where the line begins with a phrase of the lists."""
    return longest(line.words, 0, lexicon.phrases(*names)) is not None


def aside(line: Line) -> bool:
    """`Kontakt: X`, `Protokoll: Y`: people who do their work beside the event."""
    hit = longest(line.words, 0, lexicon.phrases("page.asides"))
    return hit is not None and hit[0] < len(line.words) and line.words[hit[0]].gap == ":"


def whole(line: Line, *names: str) -> bool:
    """True where the line says nothing but a phrase of the lists."""
    hit = longest(line.words, 0, lexicon.phrases(*names))
    return hit is not None and hit[0] == len(line.words)


def programme(line: Line) -> bool:
    """A heading that opens a programme, perhaps with the time of day (`Programm am Vormittag`)."""
    hit = longest(line.words, 0, lexicon.phrases("page.programme"))
    headed = hit is not None and len(line.words) - hit[0] <= 2 and line.words[0].capital
    return (headed and offices.at(line.words, 0) is None) or _spaced(line)


def _spaced(line: Line) -> bool:
    """`P R O G R A M M`: a heading set in single letters."""
    return spaced(line) in lexicon.words("page.programme")


def spaced(line: Line) -> str:
    """The word of a heading that is set in single letters; empty for every other line."""
    if len(line.words) < SPACED_LETTERS or len(line.words[0].text) > 1 or any(len(w.text) > 1 for w in line.words):
        return ""
    return "".join(w.fold for w in line.words)


def glossary(line: Line) -> bool:
    """A heading over a list of acronyms."""
    return whole(line, "page.lists")


def section(text: str, line: Line) -> Role | None:
    """The role that a heading gives to the names under it (`En présence de :`)."""
    first = int(len(line.words) > 1 and line.words[0].fold in lexicon.words("grammar.articles"))
    hit = longest(line.words, first, lexicon.kinds("roles.labels"))
    if hit is None or hit[0] < len(line.words):
        led = text[line.start : line.end].rstrip().endswith(":")
        hit = _last_cue(text, line) if led and not runs(text, line) else None
    if hit is None or hit[0] < len(line.words):
        return None
    return Role(hit[1])


def leads_to(text: str, line: Line) -> Role | None:
    """The role that a paragraph gives to the list under it (`... Es diskutierten außerdem:`)."""
    found = _last_cue(text, line)
    return None if found is None else Role(found[1])


def _last_cue(text: str, line: Line) -> tuple[int, str] | None:
    """The last cue of a line that ends in a colon (`La parole est alors allée à :`), or that ends with it."""
    closed = text[line.start : line.end].rstrip()
    if closed.endswith((".", "!", "?", ",")) or (not closed.endswith(":") and not runs(text, line)):
        return None
    both = (lexicon.kinds("roles.verbs"), lexicon.kinds("roles.labels"))
    least = -1 if closed.endswith(":") else len(line.words) - OPEN
    for i in range(len(line.words) - 1, max(-1, least), -1):
        hit = next((h for phrases in both if (h := longest(line.words, i, phrases)) is not None), None)
        if hit is not None and hit[1] in (Role.SPEAKER, Role.MODERATOR, Role.ATTENDEE):
            return len(line.words), hit[1]
    return None


def label(text: str, line: Line) -> tuple[str, int] | None:
    """The kind of fact a labelled line gives (place, time, date, or a role), and the index of its first word."""
    if line.column in ("place", "time", "organizer", "partner", "host", "moderator"):
        return line.column, 0
    if line.words[0].fold not in lexicon.begun("page.place", "page.time", "page.date", "page.end", "roles.labels"):
        return None
    for fact in ("place", "time", "date", "end"):
        hit = longest(line.words, 0, lexicon.phrases(f"page.{fact}"))
        if hit is not None and hit[0] < len(line.words) and line.words[hit[0]].gap == ":":
            return fact, hit[0]
    role = longest(line.words, 0, lexicon.kinds("roles.labels"))
    if role is None or role[0] >= len(line.words) or sentence(text, line):
        return None
    backing = role[1] in (Role.ORGANIZER, Role.PARTNER, Role.HOST) and role[0] > 1 and line.words[role[0]].gap in "sa"
    behind = behind_bracket(text, line.words, role[0])
    return (role[1], behind) if line.words[behind].gap == ":" or behind > role[0] or backing else None


def sentence(text: str, line: Line) -> bool:
    """Running text: it ends like a sentence, or is long."""
    if line.kind is BlockKind.HEADING:
        return False
    count = len(line.words)
    if count > 40 or count <= 5:
        return count > 40
    if not text[line.start : line.end].rstrip(' »“”")').endswith((".", "!", "…")):
        return False
    return len(line.words[-1].text) > LONGEST_ABBREVIATION or _INNER.search(text, line.start, line.end) is not None


def runs(text: str, line: Line) -> bool:
    """A sentence, or a stretch of text with the end of one inside."""
    return sentence(text, line) or _INNER.search(text, line.start, line.end) is not None


_INNER = re.compile(r"(?:[a-zà-ÿ]{3}[.!?] [A-ZÀ-Þ]|(?:[A-ZÀ-Þ]{4}|\))[.!?] [A-ZÀ-Þ][a-zà-ÿ])")


def most(text: str, line: Line) -> int:
    """How many words a title or a line of date and place has at most: twice as many in the head of minutes."""
    rows = line.kind is BlockKind.LINE and "\n" in text[line.start : line.end]
    return 2 * TITLE_WORDS if rows and starts(line, "page.minutes") else TITLE_WORDS


def header_date(page: Page, line: Line) -> When | None:
    """The day that a line of date and place gives."""
    told = page.dates_in(line)
    if not told or len(line.words) > most(page.text, line) or page.text[line.start] in "([" or bylines.found(line):
        return None
    if starts(line, "page.terms", "page.replies"):
        return None
    date = shifted.valid(page.text, line.start, told)
    if date is None or recorded.of_record(page, line, date):
        return None
    if not sentence(page.text, line):
        return date
    titled = page.text[date.stop : line.end].lstrip(" \u00a0").startswith(":")
    return date if (titled or _set_off(page, line, date)) and leads_with(page, line, date) else None


def _set_off(page: Page, line: Line, date: When) -> bool:
    """`Mittwoch, dem 25. Februar, von 9.30 bis 14.45 Uhr, in der Leitstelle.`: day and time set off in a letter."""
    first = line.words[0]
    begins = first.start >= date.begin or first.fold in lexicon.words("calendar.weekdays")
    clock = times.behind(page.text, date.stop, min(line.end, date.stop + recorded.FAR))
    return begins and clock is not None and clock.begin - date.stop < SET_OFF


SET_OFF = 12
"""A time so near behind a date is the line's own."""


def leads_with(page: Page, line: Line, date: When) -> bool:
    """True where the line begins with the date, or with the one that it takes back."""
    first = next((d.begin for d in page.dates_in(line) if d.exact), date.begin)
    before = page.text[line.start : min(first, date.begin)].strip(" ,.~*\u00a0")
    counted = lexicon.words("calendar.counted")
    day = before.casefold().removesuffix(" dem").removesuffix(" den").rstrip(", ")
    named = day in lexicon.words("calendar.weekdays")
    return len(before) < 4 or named or all(w.isdecimal() or w in counted for w in fold(before).split())


def begins_with_time(line: Line, clock: Clock) -> bool:
    """`Gegen 21 Uhr klingt der Abend aus.`, `À 18 h, une réception ...`: a sentence that begins with a time."""
    behind = next((w for w in line.words if w.start >= clock.stop), None)
    leads = line.words[0].shape != "0" and line.words[0].start < clock.begin
    return leads and behind is not None and behind.shape == "l" and behind.gap in "sc"
