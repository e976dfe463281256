"""What an event is about, as far as its title says so in a word of the topic list."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from kg.model import Record
from kg.text.normal import fold
from kg.vocab.concepts import concepts

Words = tuple[str, ...]


def topics_of(record: Record) -> tuple[tuple[str, str], ...]:
    """Pairs of event id and topic IRI: a name of the topic, in any language, stands in the title in whole words."""
    found = {(event.id, iri) for event in record.events for iri in _topics_in(tuple(fold(event.title).split()))}
    return tuple(sorted(found))


def _topics_in(title: Words) -> set[str]:
    names = _names()
    return {
        iri for at, word in enumerate(title) for name, iri in names.get(word, ()) if title[at : at + len(name)] == name
    }


@cache
def _names() -> Mapping[str, list[tuple[Words, str]]]:
    """All names of all topics by their first word."""
    found: defaultdict[str, list[tuple[Words, str]]] = defaultdict(list)
    for concept in concepts("topic"):
        for label in (*concept.labels, *concept.variants):
            words = tuple(fold(label.value).split())
            if words:
                found[words[0]].append((words, concept.iri))
    return dict(found)
