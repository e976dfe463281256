"""The two sides of a question as a person sees them: what each is called, on which pages, in which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Authority, MentionKey, Record
from kg.resolve.contradictions import Node
from kg.resolve.resolving import Worked

_CONTEXT = 60
"""Characters shown before and after a name."""
_MENTIONS = 3
_OFFICES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a question."""

    title: str
    lines: tuple[str, ...]


def side_of(node: Node, worked: Worked, authority: Mapping[str, Authority]) -> Side:
    """What there is to see of a thing: its names, then its pages with their words and what they say of it."""
    members = worked.clusters.members(node)
    mentions = sorted(member for member in members if isinstance(member, MentionKey))
    entry = authority.get(worked.clusters.entry(node) or "")
    title = node.name if isinstance(node, MentionKey) else authority[node].names[0].value
    lines: list[str] = []
    if entry is not None:
        lines.append(f"{entry.id}: {', '.join(label.value for label in entry.names)}")
    others = sorted({name for key in mentions for name in worked.mentions[key].names} - {title})
    if others:
        lines.append(f"also: {', '.join(others[:_OFFICES])}")
    for key in mentions[:_MENTIONS]:
        lines += _of_mention(key, worked)
    if len(mentions) > _MENTIONS:
        lines.append(f"and on {len(mentions) - _MENTIONS} more pages")
    return Side(title=title, lines=tuple(lines))


def _of_mention(key: MentionKey, worked: Worked) -> Iterator[str]:
    named = worked.mentions[key]
    document = named.record.document
    dates = sorted(event.start[:10] for event in named.record.events if event.start is not None)
    day = document.published or (dates[0] if dates else "no date")
    yield f"[{document.id}] {document.title or ''} ({day})".replace("  ", " ")
    if named.span is not None and document.text:
        start, end = max(0, named.span.start - _CONTEXT), named.span.end + _CONTEXT
        yield f"“…{' '.join(document.text[start:end].split())}…”"
    yield from sorted(_offices(named.names, named.record))[:_OFFICES]


def _offices(names: tuple[str, ...], record: Record) -> set[str]:
    """What the record says that a person is, or who is what in a body."""
    found = set()
    for p in record.positions:
        if p.person in names:
            found.add(", ".join(word for word in (p.position, p.organization) if word))
        elif p.organization in names:
            found.add(f"{p.person}: {p.position}")
    for q in record.participations:
        if q.agent in names and q.organization is not None:
            found.add(", ".join(word for word in (q.position, q.organization) if word))
    return {f"– {words}" for words in found}
