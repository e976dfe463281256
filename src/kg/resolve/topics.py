"""What an event is about, as far as its title says so in a word of the topic list."""

from functools import cache

from kg.model import Record
from kg.resolve.names import stands_in
from kg.text.normal import fold
from kg.vocab.concepts import concepts


def topics_of(record: Record) -> tuple[tuple[str, str], ...]:
    """Pairs of event id and topic IRI: a name of the topic, in any language, stands in the title in whole words."""
    found = {(event.id, iri) for event in record.events for name, iri in _names() if stands_in(name, fold(event.title))}
    return tuple(sorted(found))


@cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold(label.value), concept.iri)
        for concept in concepts("topic")
        for label in (*concept.labels, *concept.variants)
        if fold(label.value)
    )
