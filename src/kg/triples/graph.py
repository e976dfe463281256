"""All quads: of one record, of several, and of the reference data."""

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad

from kg.model import Authority, Change, Record
from kg.triples.actors import write_participations, write_tenures
from kg.triples.events import write_events
from kg.triples.identity import write_identity
from kg.triples.meta import write_meta, write_meta_of_record
from kg.triples.posts import with_settled_titles
from kg.triples.reference import write_reference
from kg.triples.things import write_things
from kg.triples.world import World
from kg.triples.writer import Writer


def of_record(record: Record, world: World, sure: set[NamedNode] | None = None) -> set[Quad]:
    """The quads that one record gives: its text's graph, and what the meta graph says of the text.

    Args:
        record: what is written.
        world: which thing each name is.
        sure: the nodes that have a confidence already; records of one text share their nodes.
    """
    out = Writer(record, world, sure)
    write_things(out)
    write_events(out)
    write_participations(out)
    write_tenures(out)
    return out.quads | set(write_meta_of_record(record))


def of_records(records: Iterable[Record], world: World) -> set[Quad]:
    """The quads of all records, with one name a language for each post that several pages write differently."""
    quads: set[Quad] = set()
    sure: set[NamedNode] = set()
    pages = tuple(records)
    for record in pages:
        quads |= of_record(record, world, sure)
    return with_settled_titles(quads) | set(write_identity(pages, world))


def reference(authority: Mapping[str, Authority], changes: Iterable[Change] = ()) -> set[Quad]:
    """The quads that belong to no text: authority, its changes, concepts, and the origin of the common graphs."""
    return set(write_reference(authority, changes)) | set(write_meta())
