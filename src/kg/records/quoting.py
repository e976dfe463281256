"""Evidence that is given by its words: where they stand in the text of the record.

Who corrects a record by hand copies a passage and need not count characters. What kg writes has places alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

FACETS: Final = ("entities", "events", "participations", "positions")
"""The parts of a record whose items have evidence."""

_SHOWN: Final = 6


def quote_faults(raw: dict[str, Any]) -> Iterator[str]:
    """Each quote that the text does not have, or has more than once, in words and with where it is given."""
    text = raw.get("text", "")
    for facet in FACETS:
        for i, item in enumerate(raw[facet]):
            for quote in (one for one in item.get("evidence", ()) if isinstance(one, str)):
                yield from (f"{facet}[{i}].evidence: {what}" for what in _wrong(text, quote))


def with_places(raw: dict[str, Any]) -> dict[str, Any]:
    """A record without faults, its quotes made places."""
    return {**raw, **{facet: [_placed(raw.get("text", ""), item) for item in raw[facet]] for facet in FACETS}}


def _placed(text: str, item: dict[str, Any]) -> dict[str, Any]:
    given = item.get("evidence", [])
    if not any(isinstance(one, str) for one in given):
        return item
    return item | {"evidence": [_places(text, one)[0] if isinstance(one, str) else one for one in given]}


def _wrong(text: str, quote: str) -> Iterator[str]:
    found = _places(text, quote)
    if not found:
        yield f"the text does not have the words {quote!r}"
    elif len(found) > 1:
        listed = "; ".join(
            f"[{start}, {end}] in line {text.count(chr(10), 0, start) + 1}" for start, end in found[:_SHOWN]
        )
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        yield (
            f"the words {quote!r} stand in the text {len(found)} times: write more of them, or the place that is "
            f"meant: {listed}{more}"
        )


def _places(text: str, quote: str) -> list[list[int]]:
    """Where the words stand, whole; any blanks and line breaks between them are alike."""
    words = unicodedata.normalize("NFC", quote).split()
    if not words:
        return []
    before, after = (r"(?<!\w)" if words[0][0].isalnum() else ""), (r"(?!\w)" if words[-1][-1].isalnum() else "")
    return [[*match.span()] for match in re.finditer(before + r"\s+".join(map(re.escape, words)) + after, text)]
