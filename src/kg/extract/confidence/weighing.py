"""A record with the confidence of each of its items."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.extract.agreement import Item, Key, Witness, Witnessed, key
from kg.extract.confidence.features import of_event, of_mention, of_participation, of_position
from kg.extract.confidence.setting import setting
from kg.extract.confidence.weights import weights
from kg.model import Record

Features = tuple[str, ...]


def weighed(record: Record, witnessed: Iterable[Witnessed] = ()) -> Record:
    """Give every item of a record its confidence."""
    sure = _figures(record, _by_item(witnessed))
    return replace(
        record,
        mentions=tuple(replace(m, confidence=c) for m, c in zip(record.mentions, sure["entities"], strict=True)),
        events=tuple(replace(e, confidence=c) for e, c in zip(record.events, sure["events"], strict=True)),
        participations=tuple(
            replace(p, confidence=c) for p, c in zip(record.participations, sure["participations"], strict=True)
        ),
        positions=tuple(replace(p, confidence=c) for p, c in zip(record.positions, sure["positions"], strict=True)),
    )


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


def _figures(record: Record, also: Mapping[Key, set[Witness]]) -> dict[str, list[float]]:
    items: dict[str, Sequence[Item]] = {
        "entities": record.mentions,
        "events": record.events,
        "participations": record.participations,
        "positions": record.positions,
    }
    return {
        facet: [
            weights()[facet].confidence(names, also.get(key(item), ()) if also else ())
            for item, names in zip(items[facet], seen, strict=True)
        ]
        for facet, seen in features(record).items()
    }
