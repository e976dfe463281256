"""A town that has the name of its country: `Luxembourg` with a mayor is the town."""

from dataclasses import replace

from kg.model import EntityType
from kg.resolve.match.forms import Reader
from kg.resolve.match.offices import is_of_town, office_of
from kg.resolve.mentions import Named

_TOWN = "ville de {}"
_MAY_BE = (EntityType.TERRITORY, EntityType.ORGANIZATION)


def as_town(one: Named, reader: Reader) -> Named:
    """The mention under the name of the town, where its page gives it offices of a town and a country's name."""
    if one.key.type not in _MAY_BE or not one.names or not all(reader.is_country(name) for name in one.names):
        return one
    titles = [p.position for p in one.record.positions if p.organization in one.names]
    titles += [p.position for p in one.record.participations if p.organization in one.names and p.position]
    if not titles or not all(is_of_town(office_of(title)) for title in titles):
        return one
    return replace(one, names=tuple(_TOWN.format(name) for name in one.names))
