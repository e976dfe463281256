"""Records and authorities, made in one line each."""

from collections.abc import Iterable, Mapping

import pytest

from kg import resolve
from kg.model import (
    Authority,
    Decision,
    Document,
    Entity,
    EntityType,
    Event,
    Issue,
    Judgement,
    Label,
    Mention,
    MentionKey,
    Participation,
    Position,
    Record,
    Resolution,
    Role,
    Span,
)
from kg.text.normal import sha256

TYPES: Mapping[str, EntityType] = {
    "P": EntityType.PERSON,
    "O": EntityType.ORGANIZATION,
    "T": EntityType.TERRITORY,
    "V": EntityType.VENUE,
    "S": EntityType.SERIES,
    "J": EntityType.PROJECT,
    "I": EntityType.INSTRUMENT,
}


class Maker:
    """Makes small records, entries and decisions, and asks resolve about them."""

    def record(self, document: str, *lines: str, language: str = "fr") -> Record:
        """A record from lines.

        `P: name = alias` is a mention (P, O, T, V, S, I, and J for a project);
        `@ id | title | start | above | place | venue` an event; `+ agent | event | office | body` a speaker;
        `! person | office | body` a position. Evidence is where the name stands first in the text of the lines.
        """
        text = "\n".join(lines)
        fields = [(line[0], [one.strip() or None for one in line[2:].split("|")] + [None] * 5) for line in lines]
        return Record(
            document=Document(id=document, language=language, text=text, sha256=sha256(document + text)),
            mentions=tuple(self.mention(mark, f[0] or "", text) for mark, f in fields if mark in TYPES),
            events=tuple(self.event(f, text) for mark, f in fields if mark == "@"),
            participations=tuple(
                Participation(agent=f[0], event=f[1] or "", role=Role.SPEAKER, position=f[2], organization=f[3])
                for mark, f in fields
                if mark == "+"
            ),
            positions=tuple(
                Position(person=f[0] or "", position=f[1] or "", organization=f[2]) for mark, f in fields if mark == "!"
            ),
        )

    def mention(self, mark: str, names: str, text: str) -> Mention:
        name, *aliases = (one.strip() for one in names.split("="))
        return Mention(type=TYPES[mark], name=name, aliases=tuple(aliases), evidence=self.evidence(text, name))

    def event(self, fields: list[str | None], text: str) -> Event:
        id_, title, start, above, place, venue = fields[:6]
        return Event(
            id=id_ or "",
            title=title or "",
            start=start,
            part_of=above,
            place=place,
            venue=venue,
            evidence=self.evidence(text, title or ""),
        )

    def evidence(self, text: str, name: str) -> tuple[Span, ...]:
        start = text.index(name)
        return (Span(start, start + len(name)),)

    def entry(self, id_: str, *names: str, acronyms: tuple[str, ...] = (), **more: object) -> Authority:
        """An entry: its French name first, then variants."""
        prefix = id_.partition("-")[0]
        type_ = {"organisation": EntityType.ORGANIZATION}.get(prefix) or EntityType(prefix.capitalize())
        return Authority(
            id=id_,
            type=type_,
            names=(Label(names[0], "fr"),),
            variants=tuple(Label(name, "de") for name in names[1:]),
            acronyms=acronyms,
            **more,  # type: ignore[arg-type]
        )

    def key(self, document: str, mark: str, name: str) -> MentionKey:
        return MentionKey(document, TYPES[mark], name)

    def decision(
        self, left: MentionKey | str, judgement: str, right: MentionKey | str, *, withdrawn: bool = False
    ) -> Decision:
        return Decision(
            left=left, right=right, judgement=Judgement(judgement), by="A. B.", on="2024-05-06", withdrawn=withdrawn
        )

    def resolve(
        self, records: Iterable[Record], entries: Iterable[Authority] = (), decisions: Iterable[Decision] = ()
    ) -> "Outcome":
        return Outcome(*resolve.resolve(tuple(records), {e.id: e for e in entries}, tuple(decisions)))


class Outcome:
    """What resolve answered, with questions a test asks."""

    def __init__(self, resolution: Resolution, issues: tuple[Issue, ...]) -> None:
        self.resolution = resolution
        self.issues = issues

    def entity(self, document: str, name: str) -> Entity:
        found = [
            e for e in self.resolution.entities if any(m.document == document and m.name == name for m in e.mentions)
        ]
        assert len(found) == 1, f"{name} of {document} is {len(found)} entities"
        return found[0]

    def id(self, document: str, name: str) -> str:
        return self.entity(document, name).id

    def event(self, document: str, event: str) -> str:
        return next(e.id for e in self.resolution.events if (e.document, e.event) == (document, event))

    def messages(self) -> list[str]:
        return [f"{i.severity.value} {i.document} {i.value}: {i.message}" for i in self.issues]


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()
