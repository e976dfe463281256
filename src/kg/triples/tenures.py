"""On which dates a page shows an office to be held.

A programme gives a title on one day only. That day is an attestation; no start and no end is made of it.
"""

from calendar import monthrange
from dataclasses import dataclass

from kg.model import Position, Record
from kg.text.normal import fold
from kg.triples import attestation
from kg.triples.attestation import DAY
from kg.triples.listed import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Dates of a tenure: days `YYYY-MM-DD`, and the stated period as EDTF."""

    attested: tuple[str, ...] = ()
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None


def dates_of(position: Position, record: Record) -> Dates:
    """What the record says of when the office was held.

    A former office was held before the page's day, which then is its latest date where no end is stated.
    """
    if is_former(position.position):
        return _over(position, attestation.latest(position, record))
    days = attestation.days(position, record)
    earliest, latest = _first_day(position.start), _last_day(position.end)
    inside = tuple(d for d in days if (earliest is None or earliest <= d) and (latest is None or d <= latest))
    return Dates(attested=inside, edtf=_period(position.start, position.end), earliest=earliest, latest=latest)


def _over(position: Position, seen: str | None) -> Dates:
    """The dates of an office that was over when the page was written, on the day `seen`."""
    end = seen if position.end is None else position.end
    return Dates(edtf=_period(position.start, end), earliest=_first_day(position.start), latest=_last_day(end))


def _period(start: str | None, end: str | None) -> str | None:
    """The stated bounds as EDTF, to the day."""
    if start is None and end is None:
        return None
    return "/".join(".." if bound is None else bound[:DAY] for bound in (start, end))


def is_former(position: str) -> bool:
    """True where the words of the office say that it is over: `ancien maire`, `Minister a. D.`, `former mayor`."""
    words = f" {fold(position)} "
    return any(
        words.startswith(f" {former} ") or words.endswith(f" {former} ") for former in listed("offices", "former")
    )


def _first_day(value: str | None) -> str | None:
    return None if value is None else f"{value}-01-01"[:DAY]


def _last_day(value: str | None) -> str | None:
    if value is None or len(value) >= DAY:
        return None if value is None else value[:DAY]
    year, month = int(value[:4]), int(value[5:7] or 12)
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
