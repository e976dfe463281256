"""Whether what a candidate says stands in its quote and in the text; a doubt is a `ContentError` with the reason."""

import re
from dataclasses import dataclass

from kg.errors import ContentError
from kg.extract.embedded.words import DAY, YEAR, of_clock, of_day, of_name
from kg.extract.proposals import Candidate, Facet
from kg.model import Span
from kg.text.normal import fold

_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?")
_REQUIRED = {
    Facet.ENTITIES: ("type", "name"),
    Facet.EVENTS: ("title",),
    Facet.PARTICIPATIONS: ("event", "role"),
    Facet.POSITIONS: ("person", "position"),
}
_OPTIONAL = {
    Facet.ENTITIES: (),
    Facet.EVENTS: ("kind", "part_of", "start", "end", "place", "venue", "series"),
    Facet.PARTICIPATIONS: ("agent", "position", "organization"),
    Facet.POSITIONS: ("organization", "start", "end"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """A candidate whose form is right and whose quote stands at its place."""

    facet: Facet
    fields: dict[str, str]
    quote: str
    span: Span

    def get(self, field: str) -> str | None:
        """A field, None where it is not given."""
        return self.fields.get(field)


def grounded(text: str, candidate: Candidate) -> Grounded:
    """The candidate, if its form is right and its quote stands in the text where it says.

    Raises:
        ContentError: the reason why it is refused.
    """
    facet = _facet(candidate)
    fields = _fields(candidate, facet)
    return Grounded(facet=facet, fields=fields, quote=candidate.quote, span=_place(text, candidate))


def _facet(candidate: Candidate) -> Facet:
    try:
        return Facet(candidate.facet)
    except ValueError as error:
        raise ContentError(f"a record has no {candidate.facet!r}") from error


def _fields(candidate: Candidate, facet: Facet) -> dict[str, str]:
    known = (*_REQUIRED[facet], *_OPTIONAL[facet])
    for name, value in candidate.fields.items():
        if name not in known:
            raise ContentError(f"the field {name!r} is unknown")
        if value is not None and not isinstance(value, str):
            raise ContentError(f"{name} is no text but {str(value)[:40]!r}")
    given = {name: value.strip() for name, value in candidate.fields.items() if value is not None and value.strip()}
    for name in _REQUIRED[facet]:
        if name not in given:
            raise ContentError(f"it gives no {name}")
    return given


def _place(text: str, candidate: Candidate) -> Span:
    start, end, quote = candidate.start, candidate.end, candidate.quote
    if not isinstance(quote, str) or not quote.strip():
        raise ContentError("it gives no quote")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise ContentError(_elsewhere(text, quote))
    if text[start:end] != quote:
        raise ContentError(_elsewhere(text, quote))
    return Span(start, end)


def _elsewhere(text: str, quote: str) -> str:
    times = text.count(quote)
    if times == 0:
        return "its quote does not stand in the text"
    return f"its quote does not stand at the place given, but stands {times} times in the text"


def says(words: str, name: str) -> bool:
    """True where a name stands in some words, whatever its case, accents and punctuation."""
    folded = fold(name)
    return bool(folded) and f" {folded} " in f" {fold(words)} "


def place_of(one: Grounded, name: str) -> Span:
    """Where a name stands within the quote; the quote itself where it stands there in other letters."""
    found = next(of_name(one.quote, name), None)
    return one.span if found is None else Span(one.span.start + found.start, one.span.start + found.end)


def need(words: str, name: str, what: str) -> None:
    """Refuse what does not stand in the words.

    Raises:
        ContentError: it does not.
    """
    if not says(words, name):
        raise ContentError(f"the {what} {name[:80]!r} does not stand in its quote")


def moment(text: str, value: str, quote: Span) -> tuple[str, tuple[Span, ...]]:
    """A date or time, and where its words stand: the day anywhere in the text, the time of day near it or the quote.

    Raises:
        ContentError: it is no date, or its words do not stand there.
    """
    if _MOMENT.fullmatch(value) is None:
        raise ContentError(f"{value[:40]!r} is no date (2019, 2019-11, 2019-11-21, 2019-11-21T13:00)")
    if value[:YEAR] not in text:
        raise ContentError(f"the year {value[:YEAR]} does not stand in the text")
    if len(value) < DAY:
        return value, ()
    day = next(of_day(text, value[:DAY]), None)
    if day is None:
        raise ContentError(f"the day {value[:DAY]} does not stand in the text")
    if len(value) == DAY:
        return value, (day,)
    clock = of_clock(text, value[DAY + 1 :], (quote, day))
    if clock is None:
        raise ContentError(f"the time {value[DAY + 1 :]} does not stand near the quote or the day")
    return value, (day, clock)
