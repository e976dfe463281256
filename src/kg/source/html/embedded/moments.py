"""Times of programs in the form of a record: local time to the minute, as the clock on the wall shows it."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Luxembourg")
"""The clock that a time given in UTC is put on."""

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<time>\d{2}:?\d{2})(?::?\d{2}(?:\.\d{1,9})?)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_BASIC = re.compile(r"(?P<day>\d{8})(?:T(?P<time>\d{4})(?:\d{2})?(?P<zone>Z)?)?")
_UTC = frozenset({"Z", "+00:00", "+0000"})


def from_iso(value: str) -> str | None:
    """`2019-11-21T13:00:00+01:00` as `2019-11-21T13:00`; None for what is no date of the calendar."""
    found = _ISO.fullmatch(value.strip())
    return None if found is None else _moment(found["day"], found["time"], found["zone"])


def from_basic(value: str) -> str | None:
    """The same for the form of iCalendar, `20191121T120000Z`."""
    found = _BASIC.fullmatch(value.strip())
    if found is None:
        return None
    day = found["day"]
    return _moment(f"{day[:4]}-{day[4:6]}-{day[6:]}", found["time"], found["zone"])


def day_before(day: str) -> str | None:
    """The day before: iCalendar ends an event of whole days with the day after it."""
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


def _moment(day: str, time: str | None, zone: str | None) -> str | None:
    clock = "" if time is None else time.replace(":", "")
    try:
        parsed = datetime.strptime(f"{day} {clock or '0000'}", "%Y-%m-%d %H%M").replace(tzinfo=UTC)
        if time is None:
            return day
        if zone in _UTC:
            parsed = parsed.astimezone(ZONE)
    except (ValueError, OverflowError):
        return None
    return f"{parsed:%Y-%m-%dT%H:%M}"
