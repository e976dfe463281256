"""What a person sees of a thing: a card to tell it from others, a line for a list."""

from collections.abc import Iterator, Sequence
from typing import Final

from kg.serve.catalogue import description, properties_of, property_name, type_name, types_of
from kg.serve.evidence import Passage
from kg.serve.extending import values
from kg.serve.markup import Element, element, link, page
from kg.serve.things import CLASS, Thing, Things
from kg.serve.words import LANGUAGES, said
from kg.vocab.namespaces import ID

IN_PREVIEW: Final = 5
IN_PAGE: Final = 200
_NAMES: Final = ("label-fr", "label-de", "label-en")
_LONGEST: Final = 200


def card(thing: Thing, things: Things, passages: Sequence[Passage], *, most: int, language: str) -> str:
    """A page with the names in three languages, kind, place, dates, and the passages that it rests on."""
    title = thing.name(language)
    kind = type_name(types_of(thing)[0], language) or ""
    facts = element("dl", *_facts(thing, things, language))
    code = element("p", element("small", kind, " · ", element("code", thing.id), " · ", link(ID + thing.id, "IRI")))
    return page(title, language, element("h1", title), code, facts, *_evidence(passages, most, language))


def flyout(name: str, text: str) -> str:
    """A few words on one suggestion."""
    return str(element("div", element("p", element("strong", name)), element("p", text)))


def thing_flyout(thing: Thing, things: Things, language: str) -> str:
    """The names of a thing, and what tells it from others."""
    names = " · ".join(dict.fromkeys(thing.name(each) for each in (language, *LANGUAGES)))
    return flyout(names, description(thing, things, language))


def _facts(thing: Thing, things: Things, language: str) -> Iterator[Element]:
    for name in properties_of(CLASS + thing.classes[-1]):
        found = [
            cell.get("name") or cell.get("str") or str(cell.get("int", ""))
            for cell in _cells(thing, things, name, language)
        ]
        if found:
            yield element("dt", property_name(name, language) or name)
            yield element("dd", *_listed(found))


def _cells(thing: Thing, things: Things, name: str, language: str) -> list[dict[str, str]]:
    if name in _NAMES and all(n.language == "" for n in thing.names if n.rank == 0):
        return []
    return [cell for cell in values(thing, name, things, language) if cell != {"int": 0}]


def _listed(found: Sequence[str]) -> Iterator[Element | str]:
    for at, one in enumerate(found):
        yield from (("", link(one, one)) if at == 0 else (", ", link(one, one)))


def _evidence(passages: Sequence[Passage], most: int, language: str) -> Iterator[Element]:
    yield element("h2", said("card", "evidence", language))
    if not passages:
        yield element("p", element("small", said("card", "none", language)))
    yield element("ul", *(_passage(one, language) for one in passages[:most]))
    if len(passages) > most:
        yield element("p", element("small", f"+ {len(passages) - most} {said('card', 'more', language)}"))


def _passage(one: Passage, language: str) -> Element:
    words = one.words if len(one.words) <= _LONGEST else one.words[:_LONGEST] + " …"
    line = "" if one.line is None else f", {said('card', 'line', language)} {one.line}"
    return element("li", element("q", f"« {words} »"), " ", element("small", link(one.address, one.document), line))
