"""Tables that are typed: rows whose columns are set with spaces become rows of cells, as a page with markup has them.

    Chairperson      Anna Weber      Harbour Trust of
                                     Torrin
    Vice-Chair       Jane Hill       Moor Council

That is so on the page of a board. In a programme, where some line begins with a time, and in minutes only rows that all
begin with an office are a table; labels with a colon and lists of dates are none anywhere.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import lexicon, offices, times
from kg.extract.dates import months
from kg.extract.joining import joined
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import BlockKind

FEWEST = 2
"""So many rows with columns, one below the other, are a table."""
HEADING, LEVEL = 14, 2
"""The heading over a table has no more words; it ranks below the page's own."""
WIDE = "w"
"""The gap before a word that begins a column."""


def tables(text: str, lines: Sequence[Line], *, minutes: bool) -> tuple[Line, ...]:
    """The lines of a page, those of typed tables cut into cells; in `minutes` and programmes only lists of offices."""
    if not any(_set(line) for line in lines):
        return tuple(lines)
    board = not minutes and not any(times.opening(text, line.start, line.end) for line in lines)
    out: list[Line] = []
    block = max(line.block for line in lines) + 1
    for group in _groups(text, lines):
        if not _table(text, group, board=board):
            out.extend(line for row in group for line in row)
            continue
        if out and _heads(text, out[-1], group[0][0]):
            out[-1] = replace(out[-1], kind=BlockKind.HEADING, level=LEVEL)
        starts = Counter(column for row in group for column in _columns(text, row[0]))
        for number, row in enumerate(group, block):
            out.extend(_cells(text, joined(row), starts, number))
        block += len(group) + 1
    return tuple(out)


def _table(text: str, group: Sequence[Sequence[Line]], *, board: bool) -> bool:
    """True for enough rows with columns, none of them of a programme or a label."""
    rows = [row[0] for row in group]
    if len(rows) < FEWEST or any(not _set(line) or _timed(text, line) or _labelled(text, line) for line in rows):
        return False
    return board or all(_elected(line) for line in rows)


def _elected(line: Line) -> bool:
    """`Vice-President    Anna Weber`: a row that begins with an office and nothing else, which is no role too."""
    stop = next(n for n, w in enumerate(line.words) if w.gap == WIDE)
    role = longest(line.words, 0, lexicon.phrases("roles.labels"))
    return offices.alone(line.words[:stop]) and role is None


def _heads(text: str, line: Line, first: Line) -> bool:
    """True for a short line set apart from what stands above: it says what the table below holds."""
    short = line.kind is BlockKind.LINE and line.blank > 0 and len(line.words) <= HEADING and not line.bullet
    return short and first.blank <= 1 and not text[line.start : line.end].endswith((".", ",", ";"))


def _set(line: Line) -> bool:
    """True for a row of plain text with a wide space in it."""
    return line.kind is BlockKind.LINE and any(w.gap == WIDE for w in line.words)


def _groups(text: str, lines: Sequence[Line]) -> Iterator[list[list[Line]]]:
    """Stretches of rows with columns, each with what goes on in its last column; every other line by itself."""
    group: list[list[Line]] = []
    for line in lines:
        if group and line.blank == 0 and _hangs(text, group[-1][0], line):
            group[-1].append(line)
            continue
        if group and not (_set(line) and _set(group[-1][0]) and line.blank == 0):
            yield group
            group = []
        group.append([line])
    if group:
        yield group


def _hangs(text: str, above: Line, line: Line) -> bool:
    """True for a line that begins right below the last column of the row above."""
    plain = line.kind is BlockKind.LINE and not line.bullet and not _set(line) and _set(above)
    return plain and line.indent > 0 and line.indent == max(_columns(text, above), default=0)


def _columns(text: str, line: Line) -> list[int]:
    """How far from the left the columns of a row begin."""
    return [_at(text, w) for w in line.words if w.gap == WIDE]


def _at(text: str, word: Word) -> int:
    return word.start - text.rfind("\n", 0, word.start) - 1


def _timed(text: str, line: Line) -> bool:
    """A row of a programme or of a list of dates."""
    first = line.words[0]
    day = first.shape == "0" and len(line.words) > 1 and line.words[1].fold in months()
    named = first.fold in lexicon.words("calendar.weekdays")
    return day or named or times.opening(text, line.start, line.end) is not None


def _labelled(text: str, line: Line) -> bool:
    """`Venue:    Town Hall`."""
    last = next(a for a, b in zip(line.words, line.words[1:], strict=False) if b.gap == WIDE)
    return text[last.end : last.end + 2].strip().startswith(":")


def _cells(text: str, line: Line, starts: Counter[int], block: int) -> Iterator[Line]:
    """The cells of a row: cut where a wide space stands, and where a cell is so full that one space is left of it."""
    few = sum(w.gap == WIDE for w in line.words) < max(Counter(starts).values(), default=0)
    first, cell = 0, 0
    for i in range(1, len(line.words) + 1):
        if i < len(line.words) and not _begins(text, line.words[i - 1], line.words[i], starts, full=few):
            continue
        words = (replace(line.words[first], gap="^"), *line.words[first + 1 : i])
        yield Line(
            start=words[0].start,
            end=line.end if i == len(line.words) else words[-1].end,
            kind=BlockKind.ROW,
            indent=line.indent,
            blank=0 if cell else line.blank,
            cell=cell,
            block=block,
            words=words,
        )
        first, cell = i, cell + 1


def _begins(text: str, before: Word, word: Word, starts: Counter[int], *, full: bool) -> bool:
    space = word.gap == "s" and "\n" not in text[before.end : word.start]
    return word.gap == WIDE or (space and full and starts[_at(text, word)] >= FEWEST)
