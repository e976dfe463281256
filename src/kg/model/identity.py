"""Things of the world, and the judgements on which mention is which thing."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.record import EntityType


@dataclass(frozen=True, slots=True, order=True)
class MentionKey:
    """Names one mention: the document's id, the type, and the mention's name there."""

    document: str
    type: EntityType
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A name in a language ("" where a name belongs to no language, as an acronym does)."""

    value: str
    language: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """What a register calls a thing: `insee-commune` and `57463`."""

    register: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One entry of the authority: a thing that is known by an id for ever.

    `id` is the last part of its IRI (`organisation-igr`). `names` holds one preferred name a language,
    `variants` the others; `links` are IRIs in other registers; the rest are ids of other entries.
    """

    id: str
    type: EntityType
    names: tuple[Label, ...]
    variants: tuple[Label, ...] = ()
    acronyms: tuple[str, ...] = ()
    kind: str | None = None
    """An organisation kind or territory kind, a concept of ontology/concepts."""
    within: tuple[str, ...] = ()
    composed_of: tuple[str, ...] = ()
    partially_composed_of: tuple[str, ...] = ()
    competent_for: tuple[str, ...] = ()
    seat: str | None = None
    parent: str | None = None
    parties: tuple[str, ...] = ()
    date: str | None = None
    """The date of an instrument, ISO 8601."""
    website: str | None = None
    links: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    since: str | None = None
    """The first day, month or year in which the thing exists, as far as it is known."""
    until: str | None = None
    """The last one."""
    sources: tuple[str, ...] = ()
    """Where this can be checked: concepts of ontology/concepts/source-kinds.ttl."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to territories, or to organisations, on a day: one becomes several, several become one."""

    id: str
    kind: str
    """A concept of ontology/concepts/change-kinds.ttl."""
    names: tuple[Label, ...]
    before: tuple[str, ...] = ()
    """Ids of the authority entries that it is about."""
    after: tuple[str, ...] = ()
    """Ids of those that come out of it."""
    date: str | None = None
    """The first day, month or year of the new state, where it is known."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing of the world: the authority's id, else a stable one of its own; and the mentions it gathers."""

    id: str
    type: EntityType
    label: Label
    variants: tuple[Label, ...] = ()
    mentions: tuple[MentionKey, ...] = ()
    known: bool = False
    """True where the authority has it (its names then stand in the reference graph)."""


class Judgement(StrEnum):
    """What a person said of two mentions, or of a mention and an authority entry."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A judgement with who made it, when and why.

    `left` and `right` are mention keys or authority ids. Where `right` is an IRI, the judgement is on a link: whether
    the thing is what another register describes there.
    """

    left: MentionKey | str
    right: MentionKey | str
    judgement: Judgement
    by: str
    on: str
    reason: str = ""
    withdrawn: bool = False
    left_source: str | None = None
    """The address of the page of `left`, by which it is found again when its file has another name."""
    right_source: str | None = None
    findings: tuple[str, ...] = ()
    """What spoke for and against it when it was made, in words, where that cannot be worked out again."""
    also: tuple[str, ...] = ()
    """Further IRIs of a link: what the register itself says it is called in others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why two mentions, or a mention and an authority entry, are one thing."""

    left: MentionKey | str
    right: MentionKey | str
    score: float
    reasons: tuple[str, ...]
    """The findings that speak for and against it, in words."""
    decision: Decision | None = None
    """The judgement, where a person made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What another register calls a thing, as a person has accepted it."""

    thing: str
    """The id of the entity or the authority entry."""
    side: MentionKey | str
    """The mention or entry on which it was accepted."""
    iri: str
    reasons: tuple[str, ...]
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class EventIdentity:
    """Which event of the world each event of each record is: (document id, event id) to the last part of an IRI."""

    document: str
    event: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The outcome of resolve: who is who over all records. All sorted."""

    entities: tuple[Entity, ...]
    events: tuple[EventIdentity, ...]
    merges: tuple[Merge, ...] = ()
    """What made one thing of several mentions; those of one thing hold it together."""
    links: tuple[Link, ...] = ()
    """Which things are what other registers describe, each as a person has accepted it."""
