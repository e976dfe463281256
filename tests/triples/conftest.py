"""Records made from words: a statement's evidence is where its words stand in the text."""

from collections.abc import Callable, Iterable, Mapping

import pyoxigraph
import pytest
from pyoxigraph import Quad

from kg.model import (
    Authority,
    Document,
    Entity,
    EntityType,
    Event,
    EventIdentity,
    Evidence,
    Label,
    Mention,
    MentionKey,
    Record,
    Resolution,
    Span,
)
from kg.resolve.names import PREFIX
from kg.text.normal import sha256, slug
from kg.triples import World, of_records

TEXT = """Colloque « Frontières vivantes », Völklinger Hütte, Völklingen, 14 mai 2024 (une cinquantaine de personnes)
9h00 Ouverture : Anne Weiss, présidente, Agence Rive Gauche (ARG)
10h00 Table ronde : le maire de Völklingen ; Paul de la Roche, ancien préfet
Le traité d'Aix-la-Chapelle a été rappelé. 🎉 Fin.
"""

Triples = set[tuple[str, str, str]]


def span_of(words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def of(type_: EntityType, name: str, *aliases: str) -> Mention:
    return Mention(
        type=type_, name=name, aliases=aliases, evidence=span_of(name) if name in TEXT else span_of("Colloque")
    )


SOURCE = Document(
    id="colloque",
    language="fr",
    text=TEXT,
    sha256=sha256(TEXT),
    title="Frontières vivantes",
    published="2024-05-20",
)


def a_world(records: Iterable[Record], authority: Mapping[str, Authority]) -> World:
    """Every name is a thing of its own, the same in all records."""
    mentions: dict[str, list[MentionKey]] = {}
    labels: dict[str, Label] = {}
    for record in records:
        for mention in record.mentions:
            iri = f"{PREFIX[mention.type]}-{slug(mention.name)}"
            mentions.setdefault(iri, []).append(MentionKey(record.document.id, mention.type, mention.name))
            labels.setdefault(
                iri, Label(mention.name, "" if mention.type is EntityType.PERSON else record.document.language)
            )
    entities = tuple(
        Entity(id=iri, type=found[0].type, label=labels[iri], mentions=tuple(found), known=iri in authority)
        for iri, found in sorted(mentions.items())
    )
    events = tuple(
        EventIdentity(document=record.document.id, event=event.id, id=f"event-{event.id}")
        for record in records
        for event in record.events
    )
    return World.of(Resolution(entities=entities, events=events), authority, {})


def local(term: object) -> str:
    """A term as tests write it: the last part of an IRI, a literal with its language or the end of its datatype."""
    if isinstance(term, pyoxigraph.NamedNode):
        return term.value.replace("#", "/").rpartition("/")[2] or term.value
    assert isinstance(term, pyoxigraph.Literal)
    if term.language is not None:
        return f"{term.value}@{term.language}"
    kind = term.datatype.value.rpartition("#")[2]
    return term.value if kind == "string" else f"{term.value}^^{kind}"


def plainly(quads: Iterable[Quad]) -> Triples:
    return {(local(q.subject), local(q.predicate), local(q.object)) for q in quads}


@pytest.fixture
def evidence() -> Callable[..., Evidence]:
    return span_of


@pytest.fixture
def mention() -> Callable[..., Mention]:
    return of


@pytest.fixture
def document() -> Document:
    return SOURCE


@pytest.fixture
def record() -> Callable[..., Record]:
    """Make a record of the text with one event `e1`, its session `s1`, and what a test gives."""

    def make(**given: object) -> Record:
        head = given.pop("document", SOURCE)
        assert isinstance(head, Document)
        things = (
            of(EntityType.PERSON, "Anne Weiss", "Mme Weiss"),
            of(EntityType.PERSON, "Paul de la Roche"),
            of(EntityType.ORGANIZATION, "Agence Rive Gauche", "ARG"),
            of(EntityType.TERRITORY, "Völklingen"),
            of(EntityType.VENUE, "Völklinger Hütte"),
            of(EntityType.INSTRUMENT, "traité d'Aix-la-Chapelle"),
        )
        fields: dict[str, object] = {
            "mentions": things,
            "events": (
                Event(id="e1", title="Frontières vivantes", start="2024-05-14", evidence=span_of("Colloque")),
                Event(id="s1", title="Ouverture", part_of="e1", start="2024-05-14T09:00", evidence=span_of("9h00")),
            ),
        }
        return Record(document=head, **(fields | given))  # type: ignore[arg-type]

    return make


@pytest.fixture
def quads() -> Callable[..., set[Quad]]:
    def make(*records: Record, authority: Mapping[str, Authority] | None = None) -> set[Quad]:
        return of_records(records, a_world(records, authority or {}))

    return make


@pytest.fixture
def triples(quads: Callable[..., set[Quad]]) -> Callable[..., Triples]:
    def make(*records: Record, authority: Mapping[str, Authority] | None = None) -> Triples:
        return plainly(quads(*records, authority=authority))

    return make
