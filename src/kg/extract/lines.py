"""A document as lines: what the eye takes for one line, with hard-wrapped text put together again.

Where the page has markup its blocks are the lines (a line break or a table cell begins a new one); plain text is cut
at its newlines, and a line that only goes on with the one above joins it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract import counted, lexicon, mottoes, offices, times
from kg.extract.dates import months
from kg.extract.words import Word, longest, split
from kg.model import BlockKind, Document
from kg.text.normal import fold

BULLET = re.compile(
    r"\s{0,40}(?:[•*·▪◦‣●○■□►▶➢➤✓✔→»°–—>-]{1,2}|\.(?= )"
    r"|\(?\d{1,2}[.)](?!\s?\d)|[a-z]\)|(?:I{1,3}|IV|VI{0,3}|IX|X)\s?[-–—.)])(?:\s{1,8}|$)"
)
WRAPPED_FROM, WRAPPED_BELOW = 55, 130
"""A text is wrapped by hand where its longest line lies between these."""
SHORT = 40
"""A row shorter than this that ends in a colon stands over what follows."""
FULL = 0.72
"""A line this near to the wrap width was cut by it."""


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Line:
    """One line. Nobody changes it once it has its words (a frozen one costs several times as much).

    `start` is after bullet and indent; `blank` counts the empty lines above (9 at the top); `column` is what a heading
    over it or beside it says of it (`columns`).
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    bullet: bool = False
    indent: int = 0
    blank: int = 0
    cell: int = 0
    block: int = 0
    column: str = ""
    words: tuple[Word, ...] = ()
    cuts: list[tuple[int, int]] = field(default_factory=list, init=False, compare=False, repr=False)
    """The sentences, once `sentences.split` has been asked for them."""

    def shares_cell(self, other: "Line") -> bool:
        """True for a line of the same block, and of the same cell where that is a row."""
        return (self.block, self.cell) == (other.block, other.cell)


def read(document: Document) -> tuple[Line, ...]:
    """All lines of a document that hold a word."""
    raw = list(_from_blocks(document) if document.blocks else _from_text(document.text))
    raw = _unwrapped(document.text, _counted(document.text, raw))
    for line in raw:
        line.words = split(document.text, line.start, line.end)
    return tuple(line for line in raw if line.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mould:
    """What the lines of one block have in common."""

    kind: BlockKind
    level: int = 0
    block: int = 0


def _from_text(text: str) -> Iterator[Line]:
    yield from _cut(text, (0, len(text)), _Mould(kind=BlockKind.LINE), 9)


def _from_blocks(document: Document) -> Iterator[Line]:
    before, previous = 0, None
    for number, block in enumerate(document.blocks):
        plain = block.kind is BlockKind.LINE
        gap = document.text.count("\n", before, block.span.start)
        blank = 9 if previous is None else max(gap - 1, 0 if plain else 1)
        mould = _Mould(kind=block.kind, level=block.level, block=number)
        yield from _cut(document.text, (block.span.start, block.span.end), mould, blank)
        before, previous = block.span.end, block


def _cut(text: str, span: tuple[int, int], mould: _Mould, blank: int) -> Iterator[Line]:
    """The lines of a stretch: cut at newlines, and a table row at its tabs too."""
    at, whole = span[0], text[span[0] : span[1]]
    for cell, piece in enumerate(whole.split("\t") if mould.kind is BlockKind.ROW else [whole]):
        yield from _rows(text, (at, piece), mould, cell, 0 if cell else blank)
        at += len(piece) + 1


def _rows(text: str, stretch: tuple[int, str], mould: _Mould, cell: int, blank: int) -> Iterator[Line]:
    start, whole = stretch
    at = start
    for piece in whole.split("\n"):
        if not piece.strip():
            blank = blank if at == start else min(blank + 1, 9)
        else:
            yield _line(text, (at, at + len(piece)), mould, cell, blank)
            blank = 0
        at += len(piece) + 1


def _line(text: str, span: tuple[int, int], mould: _Mould, cell: int, blank: int) -> Line:
    start, end = span
    bullet = None if mould.kind is BlockKind.ROW else _bullet(text, start, end)
    first = bullet.end() if bullet else start
    first += len(text[first:end]) - len(text[first:end].lstrip())
    stop = start + len(text[start:end].rstrip())
    return Line(
        start=first,
        end=max(stop, first),
        kind=mould.kind,
        level=mould.level,
        bullet=bool(bullet) or mould.kind is BlockKind.ITEM,
        indent=first - text.rfind("\n", 0, first) - 1,
        blank=blank,
        cell=cell,
        block=mould.block,
    )


def _bullet(text: str, start: int, end: int) -> re.Match[str] | None:
    """The bullet or number that a line begins with; `12. September` begins with a day."""
    found = BULLET.match(text, start, end)
    numbered = found is not None and any(c.isdigit() for c in found.group())
    behind = _WORD.match(text, found.end(), end) if found is not None and numbered else None
    return None if behind is not None and fold(behind.group()) in months() else found


def _counted(text: str, lines: list[Line]) -> list[Line]:
    """A number that stands alone among the lines (`22. Deutsch-Französischer Dialog`) counts no list."""
    numbers = {n: found for n, line in enumerate(lines) if (found := _COUNT.match(text[_row(text, line) : line.start]))}
    known = {int(found[1]) for found in numbers.values()}
    out = list(lines)
    for n, found in numbers.items():
        if lines[n].bullet and int(found[1]) > 1 and known.isdisjoint((int(found[1]) - 1, int(found[1]) + 1)):
            out[n] = replace(
                lines[n], start=_row(text, lines[n]) + found.start(1), bullet=lines[n].kind is BlockKind.ITEM
            )
    return out


_COUNT = re.compile(r"\s{0,40}\(?(\d{1,2})\.\s{1,8}$")


def _row(text: str, line: Line) -> int:
    """Where the row begins in which a line's first word stands."""
    return max(text.rfind("\n", 0, line.start), text.rfind("\t", 0, line.start)) + 1


_WORD = re.compile(r"[^\W\d_]+")


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Hard-wrapped lines joined to the one they go on from."""
    width = counted.width([line.end - line.start + line.indent for line in lines], WRAPPED_BELOW)
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        joined = last is not None and _goes_on(text, last, line, width)
        out[len(out) - joined :] = [replace(last, end=line.end) if last is not None and joined else line]
    return out


_OPEN = re.compile(
    r"(?:[,:;–-]|\b(?:de|du|des|la|le|et|à|au|der|die|das|des|und|von|für|of|the|and|for|in|zu|mit))\s*$"
)
_LOWER = re.compile(r"[a-zàâäçéèêëîïôöùûüß(„“\"«]")
_LABEL = re.compile(r"[A-ZÉÄÖÜ][\w’'-]{2,20}(?: [\w’'-]{1,15}){0,2}\s?:\s{1,40}\S")
_TABULAR = re.compile(r"\.{4}|\s{3,}\S")


def _goes_on(text: str, above: Line, line: Line, width: int) -> bool:
    if line.blank or (line.bullet and line.kind is BlockKind.LINE) or times.opening(text, line.start, line.end):
        return False
    if line.kind is not BlockKind.LINE:
        return above.shares_cell(line) and text[above.start : above.end].rstrip().endswith(",")
    row = text[above.start : above.end].rsplit("\n", 1)[-1]
    full = WRAPPED_FROM <= width <= WRAPPED_BELOW and len(row.rstrip()) + above.indent >= FULL * width
    lower = _LOWER.match(text, line.start) is not None
    lower = lower and not (text[line.start] == "(" and above.bullet and _item(text, above, row, width))
    if lower and _hangs(row, above, line):
        return True
    if _ranged(text, text[above.start : above.end], line) or _begins_anew(text, row, line, full=full):
        return False
    motto = above.blank > 0 and mottoes.below(text, row, line.start, line.end)
    if text[line.start] in QUOTES and (motto or _day_row(row)):
        return False
    ended = row.rstrip().endswith(("?", "!", "."))
    return (lower and not ended) or _wrapped(text, row.rstrip(), above, line, width)


def _hangs(row: str, above: Line, line: Line) -> bool:
    """True where a row begins right below a cell of the row above (`11.30    TOP 3   Title that` over `goes on`)."""
    return line.indent > above.indent and any(above.indent + m.end() == line.indent for m in _GAP.finditer(row))


def _begins_anew(text: str, row: str, line: Line, *, full: bool) -> bool:
    """A label, a cue, a row of columns: nothing that goes on from above; a cue does where the row is a `full` one."""
    if row.rstrip().endswith(":") and len(row) < SHORT and (_TOP.match(row) or _is_label(row)):
        return True
    if _MARKED.match(text, line.start) or (_dated(text, line) and not _awaits_day(row)):
        return True
    counts = counted.follows(row, text[line.start : line.end])
    ended = _TOP.match(row) is not None or _day_row(row) or _titled(text, line) or counts
    if not text[line.start].islower() and not _OPEN.search(row) and ended:
        return True
    if _LABEL.match(text, line.start) or len(_TABULAR.findall(row)) > 1 or "...." in text[line.start : line.end]:
        return True
    words = split(text, line.start, min(line.end, line.start + 60))
    if words and words[0].fold in lexicon.words("grammar.definite") and not _OPEN.search(row):
        office = offices.at(words, 0)
        if office is not None and len(row) < WRAPPED_FROM and not row.rstrip().endswith("."):
            return True
    cues = lexicon.phrases("grammar.openings", "roles.lines")
    runs_on = words[0].fold == "de" or (full and words[0].shape == "l") if words else True
    return not runs_on and longest(words, 0, cues) is not None


_TOP = re.compile(r"\s*(?:(?:Zu |zu )?TOP|Punkt|Point|Item|Agenda item|Tagesordnungspunkt)\s\d{1,2}\b")
"""The title of an agenda item: what stands below it is its text."""
_MARKED = re.compile(r"(?:[A-Z]|[A-Z]?\d)[.)]? {2,}\S")
"""`B  Citizens' stakes`, `A2  Die Nacht`: a letter or number set apart from what it counts."""
_GAP = re.compile(r"\S {3,}(?=\S)")


def _ranged(text: str, row: str, line: Line) -> bool:
    """Two rows of a table that is set with spaces: in both a gap."""
    return _GAP.search(row) is not None and _GAP.search(text, line.start, line.end) is not None


QUOTES = '„“"«'


def _day_row(row: str) -> bool:
    """A row that begins with a weekday or a day: the title in quotation marks below it is no part of it."""
    words = split(row, 0, min(len(row), 60))
    named = bool(words) and words[0].fold in lexicon.words("calendar.weekdays")
    return named or (len(words) > 1 and words[0].shape == "0" and words[1].fold in months())


def _dated(text: str, line: Line) -> bool:
    """A row that begins with a weekday and a day: the date of what stands above."""
    words = split(text, line.start, min(line.end, line.start + 40))
    named = len(words) > 2 and words[0].fold in lexicon.words("calendar.weekdays") and len(words[0].text) > 3
    return named and words[1].shape == "0" and words[2].fold in months()


def _titled(text: str, line: Line) -> bool:
    """`Mag. Sonja LECHTHALER`, `Dr Anna Weber`: a row that begins with somebody's title."""
    words = split(text, line.start, min(line.end, line.start + 40))
    first = re.split("[.-]", words[0].text)[0] if words else ""
    return len(words) > 1 and words[1].capital and fold(first) in lexicon.words("honorifics.titles")


def _awaits_day(row: str) -> bool:
    """A row that ends in a word that leads to a day: `... met in Enschede on`, `... am`."""
    last = row.rsplit(None, 1)[-1:]
    return bool(last) and last[0].islower() and fold(last[0]) in lexicon.words("calendar.openers", "calendar.pointing")


def _is_label(row: str) -> bool:
    """`Teilnehmende:`, `Membres présents :`, `Anwesend (beratend):`, the row's only words."""
    words = split(row, 0, len(row))
    hit = longest(words, 0, lexicon.phrases("roles.labels")) if words else None
    bracket = row.rstrip(" :").endswith(")")
    return hit is not None and (hit[0] == len(words) or (bracket and words[hit[0]].gap == "("))


def _item(text: str, above: Line, row: str, width: int) -> bool:
    """A numbered item whose title ends long before the width of the page: what follows is its text."""
    number = text[_row(text, above) : above.start].strip()
    short = width >= WRAPPED_FROM and len(row) + above.indent < FULL * width
    return number[:1].isdigit() and "\n" not in text[above.start : above.end] and short


def _wrapped(text: str, row: str, above: Line, line: Line, width: int) -> bool:
    """True where the width of the page cut the line above."""
    hangs = above.bullet and 0 < above.indent == line.indent
    if _OPEN.search(row) or (hangs and not _item(text, above, row, width)):
        return True
    wide = WRAPPED_FROM <= width <= WRAPPED_BELOW and len(row) + above.indent >= FULL * width
    return wide and (line.indent == above.indent or not row.endswith((".", "!", "?")))
