"""Codes that are well written and yet cannot be right: of another country, of another district, or given twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Authority, Code
from kg.resolve.codes import COUNTRY_OF
from kg.resolve.lying import Lying
from kg.resolve.names import quoted

_STEP = "Correct the code or the territory; leave the code out where you are not certain."
_BEGINS_LIKE = {"nuts-2010": "nuts-2010", "nuts-2021": "nuts-2021", "ags": "ags", "insee-commune": "insee-department"}
"""Registers whose codes begin with the code that a territory around has, and the register of that one."""

Finding = tuple[str, str, str]


def codes_that_do_not_fit(entry: Authority, entries: Mapping[str, Authority], lying: Lying) -> Iterator[Finding]:
    """Codes of an entry that speak of another place than the entry does."""
    placed = (entry.id, *entry.competent_for, *((entry.seat,) if entry.seat else ()))
    countries = lying.countries(*placed)
    for code in entry.codes:
        country = _country(code)
        if countries and country is not None and country not in countries:
            yield entry.id, f"{code.value!r} is a code of {country}, it lies in {quoted(countries)}", _STEP
        yield from _wrong_begin(entry, code, [entries[id_] for id_ in sorted(lying.around(*entry.within))])


def _country(code: Code) -> str | None:
    return code.value[:2] if code.register.startswith(("nuts", "iso")) else COUNTRY_OF.get(code.register)


def _wrong_begin(entry: Authority, code: Code, around: Iterable[Authority]) -> Iterator[Finding]:
    """The code of a district begins those of its communes; of several around it, one of the nearest."""
    register = _BEGINS_LIKE.get(code.register)
    theirs = {other.value for above in around for other in above.codes if other.register == register}
    nearest = {other for other in theirs if len(other) == max(map(len, theirs))}
    if nearest and not any(code.value.startswith(other) for other in nearest):
        yield entry.id, f"{code.value!r} does not begin like {quoted(nearest)} around it", _STEP


def codes_shared(entries: Iterable[Authority]) -> Iterator[Finding]:
    """Codes that two entries have at one time."""
    owners: defaultdict[Code, list[Authority]] = defaultdict(list)
    for entry in entries:
        for code in entry.codes:
            for other in owners[code]:
                if not _ends_before(entry, other) and not _ends_before(other, entry):
                    for one, two in ((entry, other), (other, entry)):
                        yield one.id, f"{code.value!r} ({code.register}) is also the code of {two.id}", _STEP
            owners[code].append(entry)


def _ends_before(one: Authority, other: Authority) -> bool:
    return one.until is not None and other.since is not None and one.until < other.since
