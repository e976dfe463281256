"""RDF/XML, for tools that read no other RDF."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.errors import InputError
from kg.export.order import ordered
from kg.export.statements import Subjects, Triple, by_subject, datatype, iri, is_literal, language, value
from kg.vocab.namespaces import PREFIXES, RDF, XSD
from kg.vocab.terms import TYPE

_TYPE: Final = iri(TYPE)
_SPLIT: Final = re.compile(r"<(.*?)([A-Za-z_][A-Za-z0-9_.-]*)>")
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_TO_ESCAPE: Final = re.compile('[&<>"\r]')
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rdfxml(triples: Iterable[Triple]) -> Iterator[str]:
    """The lines of an RDF/XML file.

    Raises:
        InputError: a text holds a character that XML cannot carry, or a property no element can be named after.
    """
    subjects = by_subject(triples)
    elements = _element_names(subjects)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield "<rdf:RDF"
    yield from sorted({f'    xmlns:{name.partition(":")[0]}="{_escaped(space)}"' for name, space in elements.values()})
    yield ">"
    for _, members in ordered(subjects):
        for subject in members:
            yield from _description(subject, subjects[subject], elements)
    yield "</rdf:RDF>"


def _element_names(subjects: Subjects) -> dict[str, tuple[str, str]]:
    """The element name and the namespace of each property."""
    prefixes = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    names = {_TYPE: ("rdf:type", RDF)}
    for predicate in sorted({predicate for facts in subjects.values() for predicate in facts}):
        match = _SPLIT.fullmatch(predicate)
        if match is None:
            raise InputError(
                f"RDF/XML cannot write the property {predicate}: its IRI does not end in a name.",
                hint="Export it as turtle, ntriples or jsonld.",
            )
        prefix = prefixes.setdefault(match[1], f"ns{len(prefixes)}")
        names[predicate] = (f"{prefix}:{match[2]}", match[1])
    return names


def _description(subject: str, facts: dict[str, list[str]], elements: dict[str, tuple[str, str]]) -> Iterator[str]:
    yield f"  <rdf:Description {_reference('rdf:about', subject)}>"
    for predicate in sorted(facts, key=lambda one: (one != _TYPE, one)):
        name = elements[predicate][0]
        for term in facts[predicate]:
            yield f"    {_property(name, term, subject)}"
    yield "  </rdf:Description>"


def _property(name: str, term: str, subject: str) -> str:
    if not is_literal(term):
        return f"<{name} {_reference('rdf:resource', term)}/>"
    text = value(term)
    unfit = _NO_XML.search(text)
    if unfit is not None:
        raise InputError(
            f"RDF/XML cannot carry the character U+{ord(unfit[0]):04X} that stands in the {name} of {subject}.",
            hint="Export it as turtle, ntriples or jsonld, or take the character out of the source.",
        )
    return f"<{name}{_kind_of(term)}>{_escaped(text)}</{name}>"


def _kind_of(literal: str) -> str:
    if language(literal):
        return f' xml:lang="{language(literal)}"'
    kind = datatype(literal)
    return "" if kind == XSD + "string" else f' rdf:datatype="{_escaped(kind)}"'


def _reference(attribute: str, term: str) -> str:
    if term.startswith("_:"):
        return f'rdf:nodeID="{term[2:]}"'
    return f'{attribute}="{_escaped(value(term))}"'


def _escaped(text: str) -> str:
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)
