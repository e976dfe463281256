"""A record with the confidence of each of its items."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from kg.extract.agreement import Key, Witness, Witnessed, key
from kg.extract.confidence.features import of_event, of_mention, of_participation, of_position
from kg.extract.confidence.setting import Setting, setting
from kg.extract.confidence.weights import weights
from kg.model import Event, Mention, Participation, Position, Record

Features = tuple[str, ...]


def weighed(record: Record, witnessed: Iterable[Witnessed] = ()) -> Record:
    """Give every item of a record its confidence."""
    scales = _Scales(setting(record), _by_item(witnessed))
    return replace(
        record,
        mentions=tuple(scales.weigh(record.mentions, "entities", of_mention)),
        events=tuple(scales.weigh(record.events, "events", of_event)),
        participations=tuple(scales.weigh(record.participations, "participations", of_participation)),
        positions=tuple(scales.weigh(record.positions, "positions", of_position)),
    )


_Any = TypeVar("_Any", Mention, Event, Participation, Position)


@dataclass(frozen=True, slots=True)
class _Scales:
    """What the items of a record are weighed with, one by one: what is seen of all at once would fill the memory."""

    seen: Setting
    also: Mapping[Key, set[Witness]]

    def weigh(self, items: Iterable[_Any], facet: str, of: Callable[[_Any, Setting], Iterable[str]]) -> Iterator[_Any]:
        worth = weights()[facet]
        names: tuple[str, ...] = ()
        for item in items:
            names = names or tuple(field.name for field in fields(item))
            witnesses = self.also.get(key(item), ()) if self.also else ()
            yield _sure(item, names, worth.confidence(of(item, self.seen), witnesses))


def _sure(item: _Any, names: Iterable[str], confidence: float) -> _Any:
    """The same item with a confidence; spelled out, for `replace` costs several times as much."""
    out = object.__new__(type(item))
    for name in names:
        object.__setattr__(out, name, getattr(item, name))
    object.__setattr__(out, "confidence", confidence)
    return out


def features(record: Record) -> dict[str, tuple[Features, ...]]:
    """What can be seen of each item, in lists beside those of the items."""
    seen = setting(record)
    return {
        "entities": tuple(tuple(of_mention(m, seen)) for m in record.mentions),
        "events": tuple(tuple(of_event(e, seen)) for e in record.events),
        "participations": tuple(tuple(of_participation(p, seen)) for p in record.participations),
        "positions": tuple(tuple(of_position(p, seen)) for p in record.positions),
    }


def _by_item(witnessed: Iterable[Witnessed]) -> dict[Key, set[Witness]]:
    found: dict[Key, set[Witness]] = defaultdict(set)
    for one in witnessed:
        found[one.key].add(one.witness)
    return found
