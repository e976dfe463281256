"""The quads of one record as they are written: one named graph, one evidence node a stretch of text."""

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Entity, EntityType, Evidence, Record, Span
from kg.text.normal import key, slug
from kg.triples.offices import office_of
from kg.triples.rdf import integer, node, plain, share, thing, words
from kg.triples.world import BODIES, Asked, World
from kg.vocab.namespaces import GRAPH
from kg.vocab.terms import (
    AS_STATED,
    CONFIDENCE,
    END,
    EVIDENCE,
    EVIDENCE_OF,
    EXACT,
    HAS_SELECTOR,
    HAS_SOURCE,
    OFFICE_OF,
    ORG_POST,
    POST_IN,
    PREF_LABEL,
    PREFIX,
    START,
    SUFFIX,
    TEXT_POSITION_SELECTOR,
    TEXT_QUOTE_SELECTOR,
    TYPE,
)

CONTEXT = 32
"""How many characters before and after a quote are kept, so that it can be found again in a changed page."""


class Writer:
    """Collects the quads that one record gives.

    Attributes:
        record: the record that is written.
        world: which thing each name is.
        quads: what has been written so far; a set, for a statement may be made twice.
    """

    def __init__(self, record: Record, world: World, sure: set[NamedNode] | None = None) -> None:
        self.record = record
        self.world = world
        self.quads: set[Quad] = set()
        self.text_id = f"text-{record.document.sha256[:16]}"
        self._graph = node(GRAPH + self.text_id)
        self._sure: set[NamedNode] = set() if sure is None else sure

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.record.document.language

    def add(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        """State one triple in the graph of the text."""
        self.quads.add(Quad(subject, node(predicate), value, self._graph))

    def typed(self, subject: NamedNode, *classes: str) -> None:
        """State the classes of a node."""
        for one in classes:
            self.add(subject, TYPE, node(one))

    def bound(self, kind: str, evidence: Evidence, *what: str) -> NamedNode:
        """The node of a statement: named by the text, the stretch of it, and what is stated there."""
        spans = ",".join(f"{s.start}-{s.end}" for s in evidence)
        return thing(f"{kind}-{key(self.record.document.sha256, kind, spans, *what)}")

    def entity(self, name: str, types: tuple[EntityType, ...]) -> Entity:
        """The thing that a name of this record is."""
        return self.world.entity(self.record, name, types)

    def thing_as(self, name: str, asked: Asked) -> NamedNode:
        """The node of a thing by its name in this record, stated to be what the field that names it makes of it.

        A chamber in whose house people meet is a venue, too; a hall that invites is an organisation, too.
        """
        entity = self.entity(name, asked.order)
        subject = thing(entity.id)
        if entity.type not in asked.fitting:
            self.typed(subject, asked.otherwise)
        return subject

    def cite(self, subject: NamedNode, evidence: Evidence) -> None:
        """Tie a node to the stretches of text that state it."""
        for span in evidence:
            self.add(subject, EVIDENCE_OF, self._evidence(span))

    def state(self, subject: NamedNode, evidence: Evidence) -> None:
        """Tie a node to its evidence and keep the words with it."""
        self.cite(subject, evidence)
        if evidence:
            stated = " … ".join(span.of(self.record.document.text) for span in evidence)
            self.add(subject, AS_STATED, words(stated, self.language))

    def sure(self, subject: NamedNode, confidence: float | None) -> None:
        """Say how sure the extraction is of a node; of two figures for one node the first counts."""
        if confidence is not None and subject not in self._sure:
            self._sure.add(subject)
            self.add(subject, CONFIDENCE, share(confidence))

    def _evidence(self, span: Span) -> NamedNode:
        text = self.record.document.text
        local = f"evidence-{key(self.record.document.sha256, str(span.start), str(span.end))}"
        whole, position, quote = thing(local), thing(f"{local}-position"), thing(f"{local}-quote")
        self.typed(whole, EVIDENCE)
        self.add(whole, HAS_SOURCE, thing(self.text_id))
        self.add(whole, HAS_SELECTOR, position)
        self.add(whole, HAS_SELECTOR, quote)
        self.typed(position, TEXT_POSITION_SELECTOR)
        self.add(position, START, integer(span.start))
        self.add(position, END, integer(span.end))
        self.typed(quote, TEXT_QUOTE_SELECTOR)
        self.add(quote, EXACT, plain(span.of(text)))
        self.add(quote, PREFIX, plain(text[max(0, span.start - CONTEXT) : span.start]))
        self.add(quote, SUFFIX, plain(text[span.end : span.end + CONTEXT]))
        return whole

    def post(self, title: str, organization: str | None) -> NamedNode:
        """The post of that title in that body, by the title's words in the language of the page."""
        body = None if organization is None else self.entity(organization, BODIES.order).id
        local = "post" if body is None else f"post-{body}"
        post = thing(f"{local}-{slug(title) or key(title)}")
        self.typed(post, ORG_POST)
        self.add(post, PREF_LABEL, words(title, self.language))
        if organization is not None:
            self.add(post, POST_IN, self.thing_as(organization, BODIES))
        office = office_of(title, body, self.world.authority)
        if office is not None:
            self.add(post, OFFICE_OF, node(office))
        return post
