"""What a table's head or a label standing alone says of the lines under or behind it: a time, a title, a place, a role.

`Wo` in a definition list, `Ort | Rathaus` in a table of two columns, `Lieu` in a line above the place, `When | What |
Where` over a table of events. The lines that only say so are left out; the others are marked with what they hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract import dates, items, lexicon, outline, times
from kg.extract.lines import Line
from kg.extract.words import longest
from kg.model import BlockKind

FACTS = ("place", "time", "date")
BACKING = ("organizer", "partner", "host")
ASIDE = "aside"
"""A head that says of a table that its rows are no items."""
FEWEST = 2
"""So many heads of a table must be understood."""
DAY = 9
"""A cell of a day and its time has no more words."""
HEADED = 3
"""The heads stand among so many first rows, below rows of one cell (`Thursday 5 June`)."""


def marked(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without labels and heads, each of the others with the column it stands in."""
    out: list[Line] = []
    heads: dict[int, str] = {}
    n = 0
    while n < len(lines):
        stop = _table(lines, n)
        if stop > n:
            rows, heads = _rows(text, lines[n:stop], heads)
            out.extend(rows)
            n = stop
            continue
        heads = heads if _within_table(text, lines, n) else {}
        fact = _fact(text, lines, n)
        if fact is None:
            out.append(lines[n])
            n += 1
            continue
        n += 1
        out.extend(_loose(line, fact) for line in lines[n : n + 1])
        n += 1
        while lines[n - 2].kind is BlockKind.TERM and n < len(lines) and _same_term(lines[n - 1], lines[n]):
            out.append(_loose(lines[n], fact))
            n += 1
    return tuple(out)


def _same_term(above: Line, line: Line) -> bool:
    """A second description of one term, or a further line of it."""
    return line.kind is BlockKind.ITEM or above.shares_cell(line)


def _loose(line: Line, column: str) -> Line:
    """A line that a label stands before: neither a list item nor a cell any more."""
    return replace(line, column=column, kind=BlockKind.PARAGRAPH, bullet=False, cell=0)


def _fact(text: str, lines: Sequence[Line], n: int) -> str | None:
    """The fact that a line gives of the one behind it, where it says nothing else."""
    line = lines[n]
    if line.bullet or n + 1 == len(lines) or lines[n + 1].kind is BlockKind.HEADING:
        return None
    fact = _says(line)
    if fact is None or (fact not in FACTS and line.kind is not BlockKind.TERM):
        return None
    below = lines[n + 1]
    return fact if len(below.words) < outline.TITLE_WORDS and not outline.sentence(text, below) else None


def _says(line: Line) -> str | None:
    """The fact or the role of which a line is nothing but the label."""
    if line.words[0].fold not in lexicon.begun("roles.labels", "page.place", "page.time", "page.date"):
        return None
    return next((f for f in FACTS if outline.whole(line, f"page.{f}")), None) or _role(line)


def _role(line: Line) -> str | None:
    hit = longest(line.words, 0, lexicon.kinds("roles.labels"))
    return hit[1] if hit is not None and hit[0] == len(line.words) and hit[1] in BACKING else None


def _table(lines: Sequence[Line], n: int) -> int:
    """The index after the table that begins at line `n`; `n` itself where none does."""
    stop = n
    while stop < len(lines) and lines[stop].kind is BlockKind.ROW and lines[stop].block - lines[n].block <= stop - n:
        stop += 1
    return stop


def _within_table(text: str, lines: Sequence[Line], n: int) -> bool:
    """A list in a cell, or a heading with a day between two parts of a programme: the heads above still hold."""
    below = next((line for line in lines[n:] if line.kind is not BlockKind.ITEM), None)
    if lines[n].kind is BlockKind.ITEM:
        return below is not None and below.kind in (BlockKind.ROW, BlockKind.HEADING)
    return lines[n].kind is BlockKind.HEADING and bool(dates.find(text[lines[n].start : lines[n].end], "2000"))


def _rows(text: str, lines: Sequence[Line], above: dict[int, str]) -> tuple[list[Line], dict[int, str]]:
    """The lines of a table, and what its heads say of its columns; without heads, what those `above` say."""
    rows = sorted({line.block for line in lines})
    for block in rows[:HEADED]:
        first = [line for line in lines if line.block == block]
        heads = {line.cell: column for line in first if (column := _head(line)) is not None}
        heads = _tracks(first, heads) or heads
        if len(heads) >= FEWEST:
            before = [line for line in lines if line.block < block]
            return [*before, *_under_heads(text, [line for line in lines if line.block > block], heads)], heads
        if len(first) > 1:
            break
    above = above or _chaired(text, lines)
    if above and max(line.cell for line in lines) <= max(above):
        return _under_heads(text, _next_track(lines, above), above), above
    if _diary(text, lines):
        return _under_heads(text, lines, {0: "when", 1: "what"}), {}
    out: list[Line] = []
    for line in lines:
        fact = _of_row(out, line)
        if fact is not None:
            out[-1] = _loose(line, fact)
        else:
            out.append(line)
    return out, {}


def _diary(text: str, lines: Sequence[Line]) -> bool:
    """A table without heads whose rows all begin with a day and go on with what happens then."""
    firsts = [line for line in lines if line.cell == 0]
    rows = {line.block for line in lines}
    titled = {line.block for line in lines if line.cell == 1}
    return FEWEST <= len(firsts) == len(rows) == len(titled) and all(_day(text, line) for line in firsts)


def _day(text: str, line: Line) -> bool:
    """A cell with a whole day and no more than its time."""
    found = dates.find(text[line.start : line.end], "2000")
    return len(line.words) <= DAY and bool(found) and found[0].exact


def _tracks(first: Sequence[Line], heads: Mapping[int, str]) -> dict[int, str]:
    """`Time | Track A | Track B`, `Uhrzeit | Saal 1 | Saal 2`: columns of items that run side by side."""
    rest = [line for line in first if line.cell]
    halls = lexicon.phrases("venues.heads", "venues.rooms")
    beside = all(items.lettered(line) or longest(line.words, 0, halls) is not None for line in rest)
    if heads.get(0) != "when" or len(rest) < FEWEST or not beside:
        return {}
    return _beside(line.cell for line in rest)


def _beside(cells: Iterable[int]) -> dict[int, str]:
    """What stands in the columns of a table whose items run side by side behind a time."""
    first, *others = sorted(set(cells))
    return {0: "when", first: "what"} | dict.fromkeys(others, "beside")


def _chaired(text: str, lines: Sequence[Line]) -> dict[int, str]:
    """The same of a table without heads, where two cells beside a time each say who leads (`Chair: X`)."""
    labels = lexicon.kinds("roles.labels")
    led: dict[int, set[int]] = {}
    for above, line in pairwise(lines):
        hit = longest(line.words, 0, labels) if line.cell and above.shares_cell(line) else None
        if hit is not None and hit[0] < len(line.words) and line.words[hit[0]].gap == ":":
            led.setdefault(line.block, set()).add(line.cell)
    timed = {line.block for line in lines if not line.cell and times.opening(text, line.start, line.end) is not None}
    cells = max((led[block] for block in sorted(led) if block in timed), key=len, default=set())
    if len(cells) < FEWEST:
        return {}
    return _beside(line.cell for line in lines if line.cell)


def _next_track(lines: Sequence[Line], heads: Mapping[int, str]) -> list[Line]:
    """The cells of a row behind a list in one of them: they begin with the next of the items side by side."""
    goes_on = "beside" in heads.values() and lines[0].cell > 0
    return [replace(line, cell=line.cell + goes_on * (line.block == lines[0].block)) for line in lines]


def _of_row(before: Sequence[Line], line: Line) -> str | None:
    """`Ort | Rathaus`: the label in the first cell of a row, for its second."""
    last = before[-1] if before else None
    if last is None or (last.kind, last.block, last.cell, line.cell) != (BlockKind.ROW, line.block, 0, 1):
        return None
    return _says(last)


def _head(line: Line) -> str | None:
    """What the head of a column says of it: `Horaire`, `Referent/in`, `Where`."""
    hit = longest(line.words, 0, lexicon.kinds("page.columns"))
    return hit[1] if hit is not None and len(line.words) <= hit[0] + 2 else None


def _under_heads(text: str, lines: Sequence[Line], heads: Mapping[int, str]) -> list[Line]:
    """Each cell with its column; where a cell spans rows, the rows below it begin one column further on."""
    out: list[Line] = []
    shift, block = 0, -1
    last = {line.block: line.cell for line in lines}
    for line in lines:
        if line.block != block:
            shift, block = _shift(text, last[line.block], line, heads), line.block
        if last[line.block] == 0 and dates.find(text[line.start : line.end], "2000"):
            out.append(line)
            continue
        out.append(replace(line, column=_column(text, line, heads, line.cell + shift)))
    return out


def _column(text: str, line: Line, heads: Mapping[int, str], cell: int) -> str:
    """What a cell holds; a table of work packages holds no items, nor does a column without a known head."""
    known = heads.get(cell, "")
    if ASIDE in heads.values():
        return ASIDE if known in ("what", "") else known
    if known or "when" in heads.values() or "what" not in heads.values():
        return known or ("what" if cell else "")
    return "" if times.opening(text, line.start, line.end) is not None else ASIDE


def _shift(text: str, cells: int, first: Line, heads: Mapping[int, str]) -> int:
    timed = heads.get(0) == "when" and cells < max(heads)
    told = (
        times.opening(text, first.start, first.end)
        or times.find(text, first.start, first.end)
        or dates.find(text[first.start : first.end], "2000")
    )
    return 1 if timed and not told and first.cell == 0 else 0
