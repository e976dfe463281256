"""People, bodies, territories and works: their names, and where a page names them."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.model import Entity, EntityType, Label, Mention, MentionKey
from kg.text.acronym import is_acronym
from kg.text.normal import fold
from kg.triples.listed import listed
from kg.triples.rdf import name, plain, thing
from kg.triples.writer import Writer
from kg.vocab.terms import (
    ACRONYM,
    ALT_LABEL,
    FAMILY_NAME,
    GIVEN_NAME,
    LABEL,
    LEGAL_INSTRUMENT,
    ORGANISATION,
    PERSON,
    PREF_LABEL,
    PROJECT,
    SERIES,
    TERRITORY,
    VENUE,
)

CLASS_OF = {
    EntityType.PERSON: PERSON,
    EntityType.ORGANIZATION: ORGANISATION,
    EntityType.TERRITORY: TERRITORY,
    EntityType.VENUE: VENUE,
    EntityType.SERIES: SERIES,
    EntityType.PROJECT: PROJECT,
    EntityType.INSTRUMENT: LEGAL_INSTRUMENT,
}


def write_things(out: Writer) -> None:
    """Write every mention of the record as the thing that it is."""
    for mention in out.record.mentions:
        entity = out.world.entities[MentionKey(out.record.document.id, mention.type, mention.name)]
        subject = thing(entity.id)
        out.typed(subject, CLASS_OF[entity.type])
        out.cite(subject, mention.evidence)
        if entity.type is EntityType.PERSON:
            _write_person(out, subject, entity, mention)
        else:
            _write_names(out, subject, entity, mention)


def _write_person(out: Writer, subject: NamedNode, entity: Entity, mention: Mention) -> None:
    out.add(subject, LABEL, plain(entity.label.value))
    given, family = given_and_family(entity.label.value)
    if given:
        out.add(subject, GIVEN_NAME, plain(given))
    out.add(subject, FAMILY_NAME, plain(family))
    for other in (mention.name, *mention.aliases):
        if other != entity.label.value:
            out.add(subject, ALT_LABEL, plain(other))


def _write_names(out: Writer, subject: NamedNode, entity: Entity, mention: Mention) -> None:
    taken = {entity.label.value}
    entry = out.world.authority.get(entity.id)
    if entry is not None:
        taken |= {label.value for label in (*entry.names, *entry.variants)} | set(entry.acronyms)
    else:
        out.add(subject, PREF_LABEL, name(entity.label))
    for other in _others(mention, taken):
        acronym = is_acronym(other)
        out.add(subject, ACRONYM if acronym else ALT_LABEL, name(Label(other, "" if acronym else out.language)))


def _others(mention: Mention, taken: set[str]) -> Iterable[str]:
    return [n for n in dict.fromkeys((mention.name, *mention.aliases)) if n not in taken]


def given_and_family(full: str) -> tuple[str, str]:
    """Given name and surname of a full name; particles go with the surname.

    Which of several words before the last are given names cannot be known: all count as such.
    """
    parts = full.split()
    cut = len(parts) - 1
    while cut > 1 and fold(parts[cut - 1]) in listed("grammar", "particles"):
        cut -= 1
    return " ".join(parts[:cut]), " ".join(parts[cut:])
