"""The characters of a PDF page as runs: words on one line without a wide gap, with where they stand and how large."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.source.pdf.marks import READ_AS

_SAME_LINE = 0.4
"""Baselines this near, in heights of a character, are one line; a raised `er` is."""
_WORD_GAP = 0.2
_WIDE_GAP = 1.4
"""A gap this wide, in heights of a character, is a border of cells or columns."""
_BACKWARDS = 0.5
_SMALLER = 0.9


@dataclass(slots=True)
class Run:
    """Words on one line of a page. Places are in points from the lower left."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    size: float


def runs_of(page: Any, *, most: int) -> list[Run]:
    """The runs of a page in the order of its content; no more than `most` characters are looked at."""
    text_page = page.get_textpage()
    try:
        return list(_runs(_letters(text_page.raw, min(text_page.count_chars(), most))))
    finally:
        text_page.close()


def _letters(handle: Any, count: int) -> Iterator[_Letter | None]:
    """Each character, or None for a space."""
    from pypdfium2 import raw  # noqa: PLC0415 - only where there is a PDF

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high = ""
    for number in range(count):
        code = raw.FPDFText_GetUnicode(handle, number)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        letter, high = _composed(high, code), ""
        if letter.isspace():
            yield None
        elif letter and raw.FPDFText_GetLooseCharBox(handle, number, ctypes.byref(box)):
            raw.FPDFText_GetCharOrigin(handle, number, ctypes.byref(x), ctypes.byref(y))
            yield _Letter(letter, box.left, box.right, y.value, max(abs(box.top - box.bottom), 1.0))


def _composed(high: str, code: int) -> str:
    if high and 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((ord(high) - 0xD800) << 10) + (code - 0xDC00))
    if code in READ_AS:
        return READ_AS[code]
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _runs(letters: Iterator[_Letter | None]) -> Iterator[Run]:
    now: Run | None = None
    words: list[str] = []
    spaced = False
    for letter in letters:
        if letter is None:
            spaced = True
            continue
        if now is not None and _goes_on(now, letter):
            gap = letter.left - now.right
            apart = gap > _WORD_GAP * now.size or (spaced and not _is_raised(letter, now))
            words.append(f" {letter.text}" if apart else letter.text)
            now.right = max(now.right, letter.right)
            now.size = max(now.size, letter.size)
        else:
            yield from _ended(now, words)
            now, words = Run("", letter.left, letter.right, letter.base, letter.size), [letter.text]
        spaced = False
    yield from _ended(now, words)


def _ended(run: Run | None, words: list[str]) -> Iterator[Run]:
    if run is not None:
        run.text = "".join(words)
        yield run


def _is_raised(letter: _Letter, run: Run) -> bool:
    """A raised `er` is no word of its own, though PDFium takes it for one."""
    return letter.size < _SMALLER * run.size and letter.base > run.base


def _goes_on(run: Run, letter: _Letter) -> bool:
    size = max(run.size, letter.size)
    if abs(letter.base - run.base) > _SAME_LINE * size:
        return False
    return -_BACKWARDS * size <= letter.left - run.right <= _WIDE_GAP * size
