"""The marks inside a Markdown line: emphasis, links, code, escapes, entities."""

import html
import re

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\ue000-\ue07f]")
_FIRST_HELD = 0xE000
_LABEL = r"\[([^\[\]\n]{0,500})\]"  # bounded, as all that follow: a hostile line must not cost the square of its length
_TARGET = (
    r"\((?:<[^>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)(?:\s+[\"'][^\"'\n]{0,500}[\"'])?\)"
)
_IMAGE = re.compile(f"!{_LABEL}{_TARGET}")
_LINK = re.compile(_LABEL + _TARGET)
_REFERENCE = re.compile(_LABEL + r"\[[^\[\]\n]{0,200}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,1000})?>|<!--.{0,2000}?-->")
_CODE = re.compile(r"(`{1,3})(?!`)(.{1,500}?)(?<!`)\1(?!`)")
# inside a word a star is no mark: Kolleg*innen und Freund*innen
_STARS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{1,1000}?)(?<=\S)\1(?!\*)")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_]{1,1000}?)(?<=\S)\1(?!\w)")
_MARKED = re.compile(r"[\\*_`\[<&]")
_SPACES = re.compile(r"[ \t\u00a0\u2007\u2009\u202f]+")

_SEPARATED = re.compile(r"\s(?:[|>/·•–»]|&gt;)\s")
_FEWEST_LINKS = 2


def plain(line: str) -> str:
    """A line as it reads: no marks, escapes resolved, `<br>` a line break."""
    return _spaced(_unmarked(line) if _MARKED.search(line) else line)


def _unmarked(line: str) -> str:
    text = _ESCAPE.sub(lambda m: chr(_FIRST_HELD + ord(m[1])), line)
    text = _IMAGE.sub("", text)
    text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text))
    text = _BREAK.sub("\n", _AUTOLINK.sub(r"\1", text))
    text = _CODE.sub(r"\2", _TAG.sub("", text))
    text = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", _STARS.sub(r"\2", text)))
    return _HELD.sub(lambda m: chr(ord(m[0]) - _FIRST_HELD), html.unescape(text))


def _spaced(text: str) -> str:
    return "\n".join(_SPACES.sub(" ", part).strip() for part in text.split("\n")).strip("\n")


def is_row_of_links(line: str) -> bool:
    """Whether a line is a menu or a path: links, with nothing but separators and little else between them."""
    if line.count("](") < _FEWEST_LINKS:
        return False
    parts = [part.strip() for part in _SEPARATED.split(line)]
    links = sum(_LINK.fullmatch(part) is not None for part in parts)
    return links >= _FEWEST_LINKS and links * 2 >= len(parts)
