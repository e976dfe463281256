"""From groups of mentions to entities with their ids and names."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Authority, Entity, EntityType, Label, MentionKey
from kg.resolve.contradictions import Node
from kg.resolve.mentions import Named
from kg.resolve.names import PREFIX, label
from kg.text.normal import key, slug

Mentions = Mapping[MentionKey, Named]


def entities_of(
    things: Iterable[Sequence[Node]], mentions: Mentions, authority: Mapping[str, Authority]
) -> tuple[Entity, ...]:
    """One entity a group, sorted by id."""
    used = set(authority)
    found = [_entity(group, mentions, authority, used) for group in things]
    return tuple(sorted(found, key=lambda entity: entity.id))


def _entity(group: Sequence[Node], mentions: Mentions, authority: Mapping[str, Authority], used: set[str]) -> Entity:
    keys = tuple(node for node in group if isinstance(node, MentionKey))
    first = mentions[keys[0]]
    entry = next((authority[node] for node in group if isinstance(node, str)), None)
    language = first.record.document.language
    chosen = label(keys[0].name, language) if entry is None else _preferred(entry, language)
    others = {label(name, mentions[k].record.document.language) for k in keys for name in mentions[k].names}
    return Entity(
        id=_new_id(first, used) if entry is None else entry.id,
        type=keys[0].type if entry is None else entry.type,
        label=chosen,
        variants=tuple(sorted(one for one in others if one.value != chosen.value)),
        mentions=tuple(sorted(keys)),
        known=entry is not None,
    )


def _preferred(entry: Authority, language: str) -> Label:
    """The entry's name in a language, else its first."""
    return next((name for name in entry.names if name.language == language), entry.names[0])


def _new_id(first: Named, used: set[str]) -> str:
    """An id of its own: opaque for people, a slug for all else; the next free one where it is taken."""
    makes = _person_id if first.key.type is EntityType.PERSON else _slug_id
    id_ = makes(first, "")
    turn = 0
    while id_ in used:
        turn += 1
        id_ = makes(first, str(turn))
    used.add(id_)
    return id_


def _person_id(first: Named, turn: str) -> str:
    """A hash of where the person is named first; no name goes into it."""
    span = ("", "") if first.span is None else (str(first.span.start), str(first.span.end))
    return f"person-{key(first.record.document.sha256, *span, *([turn] if turn else []))}"


def _slug_id(first: Named, turn: str) -> str:
    """A slug of the name; where another thing has it, with a hash of the document behind."""
    base = slug(first.key.name) or key(first.key.name)
    tail = f"-{key(first.key.document, first.key.name, turn)[:8]}" if turn else ""
    return f"{PREFIX[first.key.type]}-{base}{tail}"
