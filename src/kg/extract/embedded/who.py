"""Places and actors of the markup, taken where their names stand in the text."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.agreement import Witness, Witnessed, key
from kg.extract.embedded.words import of_name
from kg.extract.index import Index
from kg.model import (
    ActorKind,
    EmbeddedActor,
    EmbeddedEvent,
    EntityType,
    Event,
    Mention,
    Participation,
    Record,
    Role,
    Span,
)

_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
_PLACES = frozenset({EntityType.TERRITORY, EntityType.VENUE, EntityType.ORGANIZATION})
_TYPE_OF = {ActorKind.PERSON: EntityType.PERSON, ActorKind.ORGANISATION: EntityType.ORGANIZATION}
_PARTICLES = 2
"""A person is named by a given name and a surname at least; so is a house that no rule knew."""


class Names:
    """A record while names of the markup are added to it.

    Attributes:
        record: what it holds so far.
        witnessed: what the markup confirms, and what only it says.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.witnessed: list[Witnessed] = []
        self._index = Index(record.mentions)

    def known(self, name: str, types: frozenset[EntityType]) -> Mention | None:
        """The mention of that name."""
        return next((m for m in self._index.named(name) if m.type in types), None)

    def added(self, name: str, kind: EntityType | None) -> Mention | None:
        """A mention of a name that stands in the text, and not merely inside a longer one."""
        if kind is None or (kind is not EntityType.TERRITORY and len(name.split()) < _PARTICLES):
            return None
        taken = [span for mention in self.record.mentions for span in mention.evidence]
        for span in of_name(self.record.document.text, name):
            if not any(other.start < span.end and span.start < other.end for other in taken):
                words = " ".join(span.of(self.record.document.text).split())
                mention = Mention(type=kind, name=words, evidence=(span,))
                self.record = replace(self.record, mentions=(*self.record.mentions, mention))
                self._index.add(mention)
                self.witnessed.append(Witnessed(key(mention), Witness.NO_RULE))
                return mention
        return None

    def agree(self, mention: Mention) -> Mention:
        """Note that the markup names what the text names."""
        self.witnessed.append(Witnessed(key(mention), Witness.MARKUP))
        return mention


def place(names: Names, event: Event, said: EmbeddedEvent) -> Event:
    """The event with the town and the house that the markup gives it, where the text names them and gives no other."""
    for name, kind in [
        *((n, EntityType.VENUE) for n in _parts(said)),
        *((n, EntityType.TERRITORY) for n in said.towns),
    ]:
        known = names.known(name, _PLACES)
        mention = names.agree(known) if known is not None else names.added(name, kind)
        if mention is None:
            continue
        if mention.type is EntityType.TERRITORY:
            event = replace(event, place=event.place or mention.name)
        else:
            event = replace(event, venue=event.venue or mention.name)
    return event


def _parts(said: EmbeddedEvent) -> Iterator[str]:
    """The names of places, whole and in the parts that commas divide."""
    for name in said.venues:
        parts = [part.strip() for part in name.split(",")]
        yield from dict.fromkeys((name, *parts))


def actors(names: Names, event: Event, said: EmbeddedEvent) -> None:
    """Add who organises and who performs, where the text names them and gives them no part."""
    for role, group in ((Role.ORGANIZER, said.organizers), (Role.SPEAKER, said.performers)):
        for actor in group:
            _take_part(names, event, actor, role)


def _take_part(names: Names, event: Event, actor: EmbeddedActor, role: Role) -> None:
    known = names.known(actor.name, _ACTORS)
    mention = names.agree(known) if known is not None else names.added(actor.name, _TYPE_OF.get(actor.kind))
    if mention is None:
        return
    own = {mention.name, *mention.aliases}
    inside = _inside(names.record, event.id)
    has = [p for p in names.record.participations if p.agent in own and p.event in inside]
    if has:
        names.witnessed.extend(Witnessed(key(p), Witness.MARKUP) for p in has if p.role is role)
        return
    part = Participation(agent=mention.name, event=event.id, role=role, evidence=_first(names.record, mention))
    names.record = replace(names.record, participations=(*names.record.participations, part))
    names.witnessed.append(Witnessed(key(part), Witness.NO_RULE))


def _first(record: Record, mention: Mention) -> tuple[Span, ...]:
    return mention.evidence[:1] or tuple(of_name(record.document.text, mention.name))[:1]


def _inside(record: Record, event: str) -> set[str]:
    """An event and everything that is part of it."""
    inside = {event}
    for _ in record.events:
        more = {e.id for e in record.events if e.part_of in inside} - inside
        if not more:
            break
        inside |= more
    return inside
