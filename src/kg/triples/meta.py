"""The meta graph: documents, the versions of their text, and where each graph comes from."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Record
from kg.text.normal import slug
from kg.triples.rdf import address, day, instant, node, plain, thing, words
from kg.vocab.namespaces import GRAPH, ORIGIN
from kg.vocab.terms import (
    DOCUMENT,
    GENERATED_AT,
    ISSUED,
    LANGUAGE,
    ORIGIN_OF,
    SHA256,
    TEXT_VERSION,
    TITLE,
    TYPE,
    URL,
    WAS_DERIVED_FROM,
)

Statement = tuple[NamedNode, str, NamedNode | Literal]
META = GRAPH + "meta"
OF_THE_WHOLE = ("curated", "meta", "reference")


def write_meta_of_record(record: Record) -> Iterator[Quad]:
    """The document, its text, and the origin of the graph drawn from it."""
    for subject, predicate, value in (*_document(record), *_text(record)):
        yield Quad(subject, node(predicate), value, node(META))


def write_meta() -> Iterator[Quad]:
    """The origin of the graphs that belong to no single text."""
    for graph in OF_THE_WHOLE:
        yield Quad(node(GRAPH + graph), node(ORIGIN_OF), node(ORIGIN + graph), node(META))


def _document(record: Record) -> Iterator[Statement]:
    document = record.document
    subject = _document_node(record)
    yield subject, TYPE, node(DOCUMENT)
    yield subject, TITLE, words(document.title or document.id, document.language)
    yield subject, LANGUAGE, plain(document.language)
    for predicate, stated, made in (
        (URL, document.source, address),
        (ISSUED, document.published, day),
        (GENERATED_AT, document.retrieved, instant),
    ):
        value = None if stated is None else made(stated)
        if value is not None:
            yield subject, predicate, value


def _text(record: Record) -> Iterator[Statement]:
    local = f"text-{record.document.sha256[:16]}"
    subject = thing(local)
    yield subject, TYPE, node(TEXT_VERSION)
    yield subject, WAS_DERIVED_FROM, _document_node(record)
    yield subject, SHA256, plain(record.document.sha256)
    yield subject, LANGUAGE, plain(record.document.language)
    graph = node(GRAPH + local)
    yield graph, WAS_DERIVED_FROM, subject
    yield graph, ORIGIN_OF, node(ORIGIN + ("reviewed" if record.reviewed else "extracted"))


def _document_node(record: Record) -> NamedNode:
    return thing(f"document-{slug(record.document.id)}")
