"""The way back: the stretch of the raw page that each block was read from.

Of both only letters and digits are compared, so that tags, entities and marks between them do not matter. Blocks
stand in the order of the page: each is looked for behind the one before it and, where the reader noted the line that
its element begins on, not above that line.
"""

import html
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Block, Span
from kg.source.layout import Laid
from kg.text.normal import stored

_WORD = re.compile(r"[^\W_]+")
_HTML = re.compile(
    r"(?:<[^<>]{0,5000}>\s*+)*+(?:(&(?:#[0-9A-Za-z]{1,8}|[A-Za-z][0-9A-Za-z]{1,30});?)|([^<&]{1,4000}))?"
)
_MARKDOWN = re.compile(
    r"\]\([^)\s]{0,2000}|(&(?:#[0-9A-Za-z]{1,8}|[A-Za-z][0-9A-Za-z]{1,30});)|([^\]&]{1,200}+[^\W_]*+)"
)
_ENTITY = 1
"""The group of an entity; a tag or a link has none, the other is a run of words."""
_SILENT = re.compile(r"<(?:!--|script|style)", re.ASCII | re.IGNORECASE)
_CLOSING = {
    "<!--": re.compile("-->"),
    "<script": re.compile("</script", re.ASCII | re.IGNORECASE),
    "<style": re.compile("</style", re.ASCII | re.IGNORECASE),
}
_NEWLINE = re.compile(r"\r\n|\r|\n")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CHUNK = 1_000
"""So many runs are joined at once: a string for each costs many times its letters."""
_KEY = 24
"""As many letters tell one block from the next ones."""
_BEYOND = 4000
"""The end of a block is looked for this far behind its own length."""


@dataclass(slots=True)
class _Letters:
    """The letters and digits of a raw page in one string, and where each stretch of them stands in the page."""

    raw: str
    pattern: "re.Pattern[str]"
    text: str = ""
    starts: "array[int]" = field(default_factory=lambda: array("I"))
    places: "array[int]" = field(default_factory=lambda: array("I"))

    def place(self, at: int) -> tuple[int, int]:
        """Where in the page the letter `at` begins and ends; an entity is one letter."""
        number = bisect_right(self.starts, at) - 1
        start, letters = self.places[number], at - self.starts[number]
        run = self.pattern.match(self.raw, start)
        if run is not None and run.lastindex == _ENTITY:
            return start, run.end()
        if run is not None and at + 1 == self._first(number + 1):
            inside = next(i for i in range(run.end() - 1, start - 1, -1) if self.raw[i].isalnum())
        else:
            inside = self._inside(start, len(self.raw) if run is None else run.end(), letters)
        return inside, inside + 1

    def _inside(self, start: int, end: int, letters: int) -> int:
        """Where in a run the letter stands before which it has so many."""
        for word in _WORD.finditer(self.raw, start, end):
            length = len(_seen(word[0]))
            if letters < length:
                return word.end() - 1 if letters + 1 == length else min(word.start() + letters, word.end() - 1)
            letters -= length
        return start

    def behind(self, offset: int) -> int:
        """The first letter at or behind an offset of the page."""
        number = bisect_left(self.places, offset)
        run = self.pattern.match(self.raw, self.places[number - 1]) if number else None
        if run is not None and run.end() > offset and run.lastindex != _ENTITY:
            letters = self._first(number - 1)
            for word in _WORD.finditer(self.raw, *run.span()):
                if word.start() >= offset:
                    return letters
                letters += len(_seen(word[0]))
        return self._first(number)

    def _first(self, number: int) -> int:
        """The first letter of a run."""
        return self.starts[number] if number < len(self.starts) else len(self.text)


def traced(raw: str, laid: Laid, *, markup: bool) -> tuple[Block, ...]:
    """The blocks with `raw` set where they are found again; `markup` says that the page is HTML."""
    letters = _letters(raw, markup=markup)
    lines = _line_starts(raw) if any(laid.lines) else [0]
    out, at = [], 0
    for block, number in zip(laid.blocks, laid.lines, strict=True):
        line = lines[min(max(number - 1, 0), len(lines) - 1)]
        words = "".join(_WORD.findall(laid.text, block.span.start, block.span.end))
        found = _find(letters, words, max(at, letters.behind(line)), at)
        if found is not None:
            at = found[1]
            span = Span(letters.place(found[0])[0], letters.place(found[1] - 1)[1])
            out.append(Block(kind=block.kind, span=block.span, level=block.level, language=block.language, raw=span))
        else:
            out.append(block)
    return tuple(out)


def traced_lines(raw: str, blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """The same for plain text, whose lines are those of the raw page, but for the rest of a divided word."""
    out, number, before = [], 0, 0
    lines = _line_starts(raw)
    for block in blocks:
        number += text.count("\n", before, block.span.start)
        before = block.span.start
        start, end = lines[number], lines[number + 1] if number + 1 < len(lines) else len(raw)
        line = raw[start:end]
        word = _WORD.search(text, block.span.start, block.span.end)
        lead = len(line) - len(line.lstrip())
        shift = line.find(text[block.span.start : word.end()]) if word is not None else -1
        first = start + max(shift, lead)
        raw_span = Span(first, start + len(line.rstrip()))
        out.append(replace(block, raw=block.span if raw_span == block.span else raw_span))
    return tuple(out)


def _find(letters: _Letters, words: str, start: int, earliest: int) -> tuple[int, int] | None:
    """Where the letters of a block begin and end."""
    if not words:
        return None
    first = _first(letters.text, words[:_KEY], start, earliest)
    if first < 0:
        return None
    whole = first + len(words)
    if letters.text.startswith(words, first):
        return first, whole
    tail = words[-_KEY:]
    last = letters.text.find(tail, max(first, whole - len(tail) - _BEYOND), whole + _BEYOND)
    return first, last + len(tail) if last >= 0 else first + len(words[:_KEY])


def _first(text: str, key: str, start: int, earliest: int) -> int:
    """The first place of a key from `start` on, else of a shorter beginning of it, else from `earliest` on."""
    for beginning, since in ((key, start), (key, earliest), (key[: _KEY // 3], start)):
        found = text.find(beginning, since, since + (1 << 20))
        if found >= 0:
            return found
    return -1


def _letters(raw: str, *, markup: bool) -> _Letters:
    pattern = _HTML if markup else _MARKDOWN
    out, count = _Letters(raw, pattern), 0
    words: list[str] = []
    joined: list[str] = []
    for since, until in _spoken(raw) if markup else ((0, len(raw)),):
        for found in pattern.finditer(raw, since, until):
            kind = found.lastindex
            if kind is None:
                continue
            run = html.unescape(found[kind]) if kind == _ENTITY else found[kind]
            told = _WORD.findall(run)
            word = "".join(told) if run.isascii() else "".join(map(_seen, told))
            if word:
                out.starts.append(count)
                out.places.append(found.start(kind))
                words.append(word)
                count += len(word)
                if len(words) == _CHUNK:
                    joined.append("".join(words))
                    words.clear()
    out.text = "".join((*joined, *words))
    return out


def _seen(word: str) -> str:
    """A word as it stands in the text of the page."""
    return word if word.isascii() else _UNSEEN.sub("", stored(word))


def _spoken(raw: str) -> Iterator[tuple[int, int]]:
    """The stretches of an HTML page outside comments, scripts and styles, in linear time."""
    at = 0
    while (silent := _SILENT.search(raw, at)) is not None:
        yield at, silent.start()
        closing = _CLOSING[silent[0].lower()].search(raw, silent.start())
        if closing is None:
            return
        at = closing.start()
    yield at, len(raw)


def _line_starts(raw: str) -> list[int]:
    return [0, *(found.end() for found in _NEWLINE.finditer(raw))]
