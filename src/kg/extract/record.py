"""The parts of a record, written from what was found: events, participations, positions."""

from collections.abc import Iterator, Sequence

from kg.extract import drafts as shapes
from kg.extract import lexicon
from kg.extract.clauses import Part
from kg.extract.drafts import Draft
from kg.extract.evidence import spans
from kg.extract.names import Names
from kg.extract.row import Held
from kg.extract.unnamed import Holder
from kg.extract.words import find, split
from kg.model import EntityType, Event, EventKind, Participation, Position, Role
from kg.text.normal import fold


def event_id(number: int) -> str:
    """The id of an event within its record."""
    return f"e{number}"


def events(drafts: Sequence[Draft], named: Names) -> tuple[Event, ...]:
    """The events in the order of the page; what has neither title nor evidence is none."""
    return tuple(_event(n, d, named) for n, d in enumerate(drafts) if d.title and d.spans)


def _event(number: int, draft: Draft, named: Names) -> Event:
    start, end = moment(draft)
    return Event(
        id=event_id(number),
        title=draft.title,
        kind=_kind(draft),
        part_of=None if draft.parent is None else event_id(draft.parent),
        start=start,
        end=end,
        place=None if draft.place is None else named.of(draft.place),
        venue=None if draft.venue is None else named.of(draft.venue),
        series=named.find(draft.series),
        attendance=draft.attendance,
        evidence=spans(*draft.spans),
    )


def _kind(draft: Draft) -> EventKind | None:
    """The kind that a title shows; minutes are of a meeting, also of one of a working group."""
    words = split(draft.title, 0, len(draft.title))
    if find(words, lexicon.phrases("page.minutes")) is not None and draft.parent is None:
        return EventKind.MEETING
    return shapes.kind_of(words) or (EventKind(draft.kind) if draft.kind else None)


def moment(draft: Draft) -> tuple[str | None, str | None]:
    """Start and end in the record's form; without a day there is neither."""
    if draft.day is None:
        return None, None
    clock = draft.clock
    if clock is None:
        return draft.day, draft.last
    start = f"{draft.day}T{clock.start}"
    if clock.end is None:
        return start, draft.last
    return start, f"{draft.last or draft.day}T{clock.end}"


def participations(parts: Sequence[Part], held: Sequence[Held], named: Names) -> tuple[Participation, ...]:
    """Parts with the capacity that stands beside the name, else one that the page gives the person elsewhere."""
    out: dict[tuple[str, int, Role], Participation] = {}
    own: dict[str, list[Held]] = {}
    for one in held:
        own.setdefault(one.person.name, []).append(one)
    for part in sorted(parts, key=lambda p: (p.event, p.start)):
        agent = named.of(part.agent)
        person = part.agent.type is EntityType.PERSON
        position, body = _capacity(part, own.get(part.agent.name, []) if person else [], named)
        out.setdefault(
            (agent, part.event, part.role),
            Participation(
                agent=agent,
                event=event_id(part.event),
                role=part.role,
                position=position,
                organization=body,
                evidence=spans((part.start, part.end)),
            ),
        )
    organisers = {(agent, event) for agent, event, role in out if role is Role.ORGANIZER}
    return tuple(
        p for (agent, event, role), p in out.items() if role is not Role.PARTNER or (agent, event) not in organisers
    )


def _capacity(part: Part, own: Sequence[Held], named: Names) -> tuple[str | None, str | None]:
    near = [h for h in own if part.start <= h.person.start < part.end] or own
    if not near:
        return None, None
    first = next((h for h in near if h.capacity.position is not None), near[0]).capacity
    return first.position, named.find(first.body)


def unnamed(holders: Sequence[Holder], named: Names) -> tuple[Participation, ...]:
    """The parts of office-holders whom the page does not name."""
    return tuple(
        Participation(
            agent=None,
            event=event_id(h.event),
            role=h.role,
            position=h.capacity.position,
            organization=named.find(h.capacity.body),
            evidence=spans((h.start, h.end)),
        )
        for h in holders
    )


def positions(held: Sequence[Held], named: Names) -> tuple[Position, ...]:
    """One position for each office of each person."""
    seen: dict[tuple[str, str, str | None, str | None], Position] = {}
    for position in _positions(held, named):
        key = (position.person, fold(position.position), position.organization, position.start)
        seen.setdefault(key, position)
    full = {(k[0], k[1]) for k, p in seen.items() if p.organization is not None}
    kept = [p for k, p in seen.items() if p.organization is not None or (k[0], k[1]) not in full]
    dated = {_office(p) for p in kept if p.start is not None}
    return tuple(p for p in kept if p.start is not None or p.end is not None or _office(p) not in dated)


def _office(position: Position) -> tuple[str, str, str | None]:
    return position.person, fold(position.position), position.organization


def _positions(held: Sequence[Held], named: Names) -> Iterator[Position]:
    for one in held:
        capacity = one.capacity
        if capacity.position is None:
            continue
        body = capacity.body
        stretches = [(one.person.start, one.person.end), (capacity.start, capacity.end)]
        if body is not None:
            stretches.append((body.start, body.end))
        yield Position(
            person=named.of(one.person),
            position=capacity.position,
            organization=named.find(body),
            start=capacity.since,
            end=capacity.until,
            evidence=spans(*stretches),
        )
