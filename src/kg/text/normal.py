"""The forms in which text is kept and names are compared."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_SPELLED = frozenset("ßœæøł")
_LETTERS = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_NAME = 100
"""Longer than this is no name: its folded form is not remembered."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def stored(raw: str) -> str:
    """The form in which a document's text is stored and its offsets count: NFC, newlines as line feeds.

    A lone surrogate or control character, which no XML may hold, becomes U+FFFD; a page break becomes a space.
    """
    if raw.isprintable():
        return raw if raw.isascii() else unicodedata.normalize("NFC", raw)
    text = _NO_TEXT.sub(_REPLACEMENT, raw).replace("\x0b", " ").replace("\x0c", " ")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def sha256(text: str) -> str:
    """Hexadecimal SHA-256 of the UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def fold(name: str) -> str:
    """A name without case, accents and punctuation: `Chambre d’Industrie` becomes `chambre d industrie`."""
    return _remembered(name) if len(name) <= _NAME else _folded(name)


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower() if name.isalnum() else _NOT_WORD.sub(" ", name.lower()).strip()
    low = name.casefold()
    plain = unicodedata.normalize("NFKD", low if _SPELLED.isdisjoint(low) else low.translate(_LETTERS))
    plain = plain.translate(_MARKS)
    one = plain.isascii() and plain.isalnum() and plain.islower()
    return plain if one else _NOT_WORD.sub(" ", plain).strip()


_remembered = lru_cache(maxsize=5_000)(_folded)
"""A page has the same names folded again and again."""


class _Marks(dict[int, str | None]):
    """What becomes of each character where accents go: a mark nothing, every other what it is."""

    def __missing__(self, code: int) -> str | None:
        found = self[code] = None if unicodedata.combining(chr(code)) else chr(code)
        return found


_MARKS = _Marks()


def slug(name: str, limit: int = 60) -> str:
    """A name as the last part of an IRI; words are kept whole up to `limit` characters."""
    words = fold(name).split()
    out = ""
    for word in words:
        if out and len(out) + 1 + len(word) > limit:
            break
        out = f"{out}-{word}" if out else word[:limit]
    return out


def key(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for `parts` in an IRI."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]
