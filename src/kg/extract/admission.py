"""One grounded candidate after the other, held against the record: agreement, a new item, or a reason against it."""

from dataclasses import replace
from typing import TypeVar

from kg.errors import ContentError
from kg.extract.agreement import Item, Witness, Witnessed, key
from kg.extract.grounds import Grounded, moment, need, place_of, says
from kg.extract.index import Index
from kg.model import EntityType, Event, EventKind, Mention, Participation, Position, Record, Role
from kg.text.normal import fold

_Value = TypeVar("_Value", EntityType, EventKind, Role)
_PLACES = {
    "place": (EntityType.TERRITORY,),
    "venue": (EntityType.VENUE, EntityType.ORGANIZATION),
    "series": (EntityType.SERIES,),
}
_BODIES = (EntityType.ORGANIZATION, EntityType.TERRITORY, EntityType.PROJECT, EntityType.VENUE)


class Desk:
    """A record that candidates are let into.

    Attributes:
        record: what it holds so far.
        witnessed: what the extractor confirmed, and what only it found.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self._index = Index(record.mentions)
        self.witnessed: list[Witnessed] = []

    def entity(self, one: Grounded) -> None:
        """A named thing: its name must stand in the quote."""
        kind, name = _value(EntityType, one.fields["type"], "type"), one.fields["name"]
        need(one.quote, name, "name")
        known = self._index.named(name)
        same = next((m for m in known if m.type is kind), None)
        if same is not None:
            self._agrees(same)
        elif known:
            raise ContentError(f"{name!r} is known as {known[0].type.value}")
        else:
            made = Mention(type=kind, name=name, evidence=(place_of(one, name),))
            self.record = replace(self.record, mentions=(*self.record.mentions, made))
            self._index.add(made)
            self._new(made)

    def event(self, one: Grounded) -> None:
        """An event: its title must stand in the quote, its dates in the text."""
        need(one.quote, one.fields["title"], "title")
        same = self._told(one.fields["title"])
        if same is not None:
            self._agrees(same)
            return
        made = self._dated(Event(id=self._free(), title=one.fields["title"], evidence=(one.span,)), one)
        kind, above = one.get("kind"), one.get("part_of")
        made = replace(
            made,
            kind=None if kind is None else _value(EventKind, kind, "kind"),
            part_of=None if above is None else self._event(above).id,
            place=self._name_of(one, "place", _PLACES["place"]),
            venue=self._name_of(one, "venue", _PLACES["venue"]),
            series=self._name_of(one, "series", _PLACES["series"]),
        )
        self.record = replace(self.record, events=(*self.record.events, made))
        self._new(made)

    def participation(self, one: Grounded) -> None:
        """A part in an event: a name of the agent must stand in the quote, or the office of one who is not named."""
        event, role = self._event(one.fields["event"]), _value(Role, one.fields["role"], "role")
        made = Participation(
            agent=self._agent(one),
            event=event.id,
            role=role,
            position=_in_quote(one, "position"),
            organization=self._name_of(one, "organization", _BODIES),
            evidence=(one.span,),
        )
        others = [p for p in self.record.participations if key(p)[:3] == key(made)[:3]]
        same = next((p for p in others if p.role is role), None)
        if same is not None:
            self._agrees(same)
        elif others:
            raise ContentError(f"{made.agent or made.position!r} is known there as {others[0].role.value}")
        else:
            self.record = replace(self.record, participations=(*self.record.participations, made))
            self._new(made)

    def position(self, one: Grounded) -> None:
        """An office: its words and a name of the person must stand in the quote."""
        person = self._mention(one.fields["person"], (EntityType.PERSON,), one.quote)
        need(one.quote, one.fields["position"], "position")
        made = Position(
            person=person.name,
            position=one.fields["position"],
            organization=self._name_of(one, "organization", _BODIES),
            start=self._year(one, "start"),
            end=self._year(one, "end"),
            evidence=(one.span,),
        )
        same = next((p for p in self.record.positions if _is_one_office(p, made)), None)
        if same is not None:
            self._agrees(same)
        else:
            self.record = replace(self.record, positions=(*self.record.positions, made))
            self._new(made)

    def _agrees(self, item: Item) -> None:
        one = Witnessed(key(item), Witness.NO_RULE)
        if one not in self.witnessed:  # what it said itself, said twice, is no second witness
            self.witnessed.append(Witnessed(key(item), Witness.EXTRACTOR))

    def _new(self, item: Item) -> None:
        self.witnessed.append(Witnessed(key(item), Witness.NO_RULE))

    def _mention(self, name: str, types: tuple[EntityType, ...], quote: str | None = None) -> Mention:
        """The mention of a name; with a quote, one of its names must stand there."""
        found = next((m for m in self._index.named(name) if m.type in types), None)
        if found is None:
            raise ContentError(f"{name[:80]!r} is the name of no {' or '.join(t.value for t in types)} of the record")
        if quote is not None and not any(says(quote, n) for n in (found.name, *found.aliases)):
            raise ContentError(f"{found.name!r} does not stand in its quote")
        return found

    def _name_of(self, one: Grounded, field: str, types: tuple[EntityType, ...]) -> str | None:
        name = one.get(field)
        return None if name is None else self._mention(name, types).name

    def _agent(self, one: Grounded) -> str | None:
        name = one.get("agent")
        if name is not None:
            return self._mention(name, (EntityType.PERSON, EntityType.ORGANIZATION), one.quote).name
        if one.get("position") is None:
            raise ContentError("it says nobody: no agent and no position")
        return None

    def _told(self, title: str) -> Event | None:
        return next((e for e in self.record.events if fold(e.title) == fold(title)), None)

    def _event(self, called: str) -> Event:
        by_id = next((e for e in self.record.events if e.id == called), None)
        found = by_id or self._told(called)
        if found is None:
            raise ContentError(f"{called[:80]!r} is no event of the record")
        return found

    def _free(self) -> str:
        taken = {event.id for event in self.record.events}
        return next(one for n in range(len(taken) + 1) if (one := f"e{n}") not in taken)

    def _dated(self, event: Event, one: Grounded) -> Event:
        text = self.record.document.text
        start, end = one.get("start"), one.get("end")
        begun = (None, ()) if start is None else moment(text, start, one.span)
        ended = (None, ()) if end is None else moment(text, end, one.span)
        evidence = tuple(dict.fromkeys((*event.evidence, *begun[1], *ended[1])))
        return replace(event, start=begun[0], end=ended[0], evidence=evidence)

    def _year(self, one: Grounded, field: str) -> str | None:
        value = one.get(field)
        if value is None:
            return None
        need(one.quote, value[:4], "year")
        return moment(self.record.document.text, value, one.span)[0]


def _value(values: type[_Value], given: str, field: str) -> _Value:
    try:
        return values(given)
    except ValueError as error:
        raise ContentError(f"{given[:40]!r} is no {field} ({', '.join(values)})") from error


def _in_quote(one: Grounded, field: str) -> str | None:
    value = one.get(field)
    if value is not None:
        need(one.quote, value, field)
    return value


def _is_one_office(left: Position, right: Position) -> bool:
    """One person's office of the same words, for the same body or where one of the two names none."""
    bodies = {fold(p.organization) for p in (left, right) if p.organization is not None}
    return fold(left.person) == fold(right.person) and fold(left.position) == fold(right.position) and len(bodies) < 2
