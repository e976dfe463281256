"""What can be seen of an item in the finished record, as names of findings; weights.py knows what each is worth.

No feature asks which rule made an item, so that a rule can be changed without the weights losing their sense.
"""

from collections.abc import Iterator

from kg.extract import lexicon
from kg.extract.confidence.setting import Setting
from kg.model import EntityType, Event, Mention, Participation, Position
from kg.text.normal import fold

_WORKS = frozenset({EntityType.SERIES, EntityType.PROJECT, EntityType.INSTRUMENT})
_SHORT = 2
_NEAR, _FAR = 150, 1_500
"""Characters: the same line or the next one, another part of the page."""


def of_mention(mention: Mention, seen: Setting) -> Iterator[str]:
    """A named thing."""
    kind = "work" if mention.type in _WORKS else mention.type.value.lower()
    yield f"is-{kind}"
    if len(mention.evidence) > 1:
        yield f"{kind}-again"
    if mention.aliases:
        yield "other-names"
    if mention.name in seen.named:
        yield f"{kind}-used"
    if mention.type is EntityType.PERSON:
        yield from _of_person(mention, seen)
    elif mention.type is EntityType.ORGANIZATION:
        yield from _of_body(mention)
    yield f"in-{seen.structure(mention.evidence)}"


def _of_person(mention: Mention, seen: Setting) -> Iterator[str]:
    if seen.has_known_given_name(mention.name):
        yield "known-given-name"
    if mention.name in seen.holders:
        yield "holds-office"


def _of_body(mention: Mention) -> Iterator[str]:
    words = fold(mention.name).split()
    heads = lexicon.words("institutions.heads")
    if any(" ".join(words[:n]) in heads for n in (1, 2, 3)):
        yield "known-head"
    if mention.name.isupper():
        yield "acronym"
    if len(words) > _SHORT:
        yield "long-name"


def of_event(event: Event, seen: Setting) -> Iterator[str]:
    """An event or an agenda item."""
    if event.start is None:
        yield "no-date"
    elif "T" in event.start:
        yield "has-time"
    yield "session" if event.part_of is not None else "main"
    if event.id in seen.above:
        yield "has-sessions"
    if event.id in seen.peopled:
        yield "has-people"
    if event.kind is not None:
        yield "known-kind"
    if len(event.title.split()) <= _SHORT:
        yield "short-title"
    yield f"in-{seen.structure(event.evidence)}"


def of_participation(part: Participation, seen: Setting) -> Iterator[str]:
    """A part in an event."""
    yield f"as-{part.role.value}"
    yield from _capacity(part.position, part.organization)
    yield from _agent(part.agent, seen)
    yield from _of_its_event(part, seen)
    yield f"in-{seen.structure(part.evidence)}"


def _of_its_event(part: Participation, seen: Setting) -> Iterator[str]:
    """Whether it is plain to which event somebody belongs: the only one, or the one just named."""
    event = seen.events.get(part.event)
    if event is None:
        return
    if len(seen.events) == 1:
        yield "only-event"
    if event.start is None:
        yield "undated-event"
    if event.id in seen.above:
        yield "event-with-sessions"
    distance = seen.distance(part.evidence, event)
    yield "near-event" if distance < _NEAR else "far-from-event" if distance > _FAR else "after-event"
    if seen.is_parted(part.evidence, event):
        yield "other-event-between"


def _agent(name: str | None, seen: Setting) -> Iterator[str]:
    if name is None:
        yield "unnamed"
        return
    mention = seen.mentions.get(name)
    if mention is None or mention.type is not EntityType.PERSON:
        yield "agent-body"
    elif seen.has_known_given_name(mention.name):
        yield "known-given-name"


def of_position(position: Position, seen: Setting) -> Iterator[str]:
    """An office."""
    yield from _capacity(None, position.organization)
    if seen.has_known_given_name(position.person):
        yield "known-given-name"
    if position.start is not None or position.end is not None:
        yield "dated"
    words = fold(position.position).split()
    if any(word in lexicon.words("offices.heads") for word in words):
        yield "known-office"
    if len(words) > 4:
        yield "long-office"
    yield f"in-{seen.structure(position.evidence)}"


def _capacity(position: str | None, organization: str | None) -> Iterator[str]:
    if position is not None:
        yield "has-office"
    if organization is not None:
        yield "has-body"
