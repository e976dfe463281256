"""Who was with whom, and how often, at any size: two scans of the graph and a sparse product, no self-join.

The numbers are those of the edges of `kg.network.project`, without what those say of each tie.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg import assets
from kg.errors import InputError
from kg.network.product import shared
from kg.query import Engine

if TYPE_CHECKING:
    from kg.network.product import Numbers

RUNGS: Final = ("same-session", "same-event", "same-series")
"""What two may share, from the closest to the widest."""
WHO: Final = ("people", "bodies")
_DEPTH: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Pairs of actors that shared something, sorted by their IRIs.

    `left`, `right` and `times` are as long as there are pairs: two positions in `actors`, and how much these two share.
    """

    actors: tuple[str, ...]
    left: "Numbers"
    right: "Numbers"
    times: "Numbers"

    def __len__(self) -> int:
        return len(self.times)

    def rows(self, most: int | None = None) -> Iterator[tuple[str, str, int]]:
        """The pairs as IRIs with how much they share; the `most` that share most, most first, or all as sorted."""
        import numpy as np  # noqa: PLC0415 - loaded by now

        order = np.arange(len(self)) if most is None else np.argsort(-self.times, kind="stable")[:most]
        for at in order.tolist():
            yield self.actors[self.left[at]], self.actors[self.right[at]], int(self.times[at])


def together(engine: Engine, rung: str = "same-event", who: str = "people") -> Together:
    """Which two shared how many sessions, events or series.

    Args:
        engine: the graph.
        rung: one of `RUNGS`.
        who: `people`, or `bodies`: organisations and territories, themselves or through those who speak for them.

    Raises:
        InputError: there is no such rung, or no such kind of actor.
    """
    for given, choice in ((rung, RUNGS), (who, WHO)):
        if given not in choice:
            raise InputError(f"pairs are not made by {given!r}.", hint=f"Choose one of {', '.join(choice)}.")
    present = [(event, actor) for event, actor in _read(engine, f"presences-of-{who}")]
    places = _places(engine, rung, {event for event, _ in present})
    actors = tuple(sorted({actor for event, actor in present if places[event]}))
    return _multiplied(actors, ((actor, place) for event, actor in present for place in places[event]))


def _multiplied(actors: tuple[str, ...], presences: Iterable[tuple[str, str]]) -> Together:
    import numpy as np  # noqa: PLC0415 - most commands do without

    number = {actor: at for at, actor in enumerate(actors)}
    place: dict[str, int] = {}
    told = [(number[actor], place.setdefault(where, len(place))) for actor, where in presences]
    table = np.array(told, np.int64).reshape(-1, 2)
    left, right, times = shared(table[:, 0], table[:, 1])
    return Together(actors=actors, left=left, right=right, times=times)


def _places(engine: Engine, rung: str, events: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each event or session, what of this rung it is or belongs to."""
    wholes: dict[str, str] = {}
    series: dict[str, set[str]] = defaultdict(set)
    for event, whole, one in _read(engine, "belonging"):
        if whole:
            wholes[event] = min(whole, wholes.get(event, whole))
        if one:
            series[event].add(one)
    if rung == "same-session":
        return {event: (event,) if event in wholes else () for event in events}
    ways = {event: _way(event, wholes) for event in events}
    if rung == "same-event":
        return {event: way[-1:] for event, way in ways.items()}
    return {event: tuple(sorted({one for step in way for one in series.get(step, ())})) for event, way in ways.items()}


def _way(event: str, wholes: Mapping[str, str]) -> tuple[str, ...]:
    """An event and what it is part of, step by step; the last is the event as a whole."""
    way = [event]
    while way[-1] in wholes and len(way) <= _DEPTH:
        way.append(wholes[way[-1]])
    return tuple(way)


def _read(engine: Engine, name: str) -> Iterator[tuple[str, ...]]:
    for row in engine.stream(assets.text(assets.path(f"queries/network/{name}.rq"))):
        yield tuple("" if term is None else term.value for term in row)
