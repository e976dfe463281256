"""Names that mislead: a town that has the name of its country, a district that is called by the name of its town."""

from dataclasses import replace

from kg.model import EntityType
from kg.resolve.match.forms import Reader
from kg.resolve.match.offices import is_of_town, office_of
from kg.resolve.match.vocabulary import KIND
from kg.resolve.mentions import Named

_TOWN = "ville de {}"
_MAY_BE = (EntityType.TERRITORY, EntityType.ORGANIZATION)


def with_telling_names(one: Named, reader: Reader) -> Named:
    """The mention under the names by which it may be compared with others."""
    if one.key.type not in _MAY_BE or not one.names:
        return one
    if _is_town(one, reader):
        return replace(one, names=tuple(_TOWN.format(name) for name in one.names))
    return replace(one, names=(one.names[0], *(n for n in one.names[1:] if not _is_shortened(n, one.names[0], reader))))


def _is_town(one: Named, reader: Reader) -> bool:
    """`Luxembourg` is the town where its page gives it offices of a town, and no others."""
    if not all(reader.is_country(name) for name in one.names):
        return False
    titles = [p.position for p in one.record.positions if p.organization in one.names]
    titles += [p.position for p in one.record.participations if p.organization in one.names and p.position]
    return bool(titles) and all(is_of_town(office_of(title)) for title in titles)


def _is_shortened(name: str, full: str, reader: Reader) -> bool:
    """`Lüttich` for `Provinz Lüttich`: on another page that is the town."""
    short, whole = reader.form(name), reader.form(full)
    return reader.is_town(short) and set(short.tokens) < set(whole.tokens) and bool(whole.of(KIND))
