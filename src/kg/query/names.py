"""Which thing of the graph somebody means: by IRI, by id, or by any of its names in any language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Never

from kg.assets import BASE
from kg.errors import InputError
from kg.query.engine import Engine
from kg.query.rdf import written
from kg.query.terms import Term, iri, literal, short
from kg.vocab.namespaces import ID, KG, ORG, PREFIXES, ROLE, TOPIC

CLASSES: Final[Mapping[str, str]] = {
    "person": KG + "Person",
    "organisation": KG + "Organisation",
    "territory": KG + "Territory",
    "event": KG + "Event",
    "venue": KG + "Venue",
    "series": KG + "Series",
    "project": KG + "Project",
    "instrument": KG + "LegalInstrument",
    "source": KG + "Document",
    "post": ORG + "Post",
}
"""The kinds of things that a name can stand for, and their classes."""

SCHEMES: Final[Mapping[str, str]] = {"role": ROLE, "topic": TOPIC}
LONG_TITLES: Final = frozenset({"event", "source"})
"""Things known by long titles: a part of the title is enough where no other has it."""

SHORTEST_PART: Final = 4
OFFERED: Final = 5

_ID: Final = re.compile(r"[a-z]+-[0-9a-z-]+", re.ASCII)
_FORBIDDEN: Final = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_NAMED: Final = "skos:prefLabel|skos:altLabel|kg:acronym|rdfs:label|schema:name|dcterms:title"
_ALL: Final = f"""
SELECT DISTINCT ?thing ?name WHERE {{
  VALUES ?kind {{ %s }}
  ?thing a|skos:inScheme ?kind ; {_NAMED} ?name
}}
ORDER BY ?thing STR(?name)"""
_EXACT: Final = f"""
SELECT DISTINCT ?thing WHERE {{
  VALUES ?name {{ %s }}
  ?thing {_NAMED} ?name .
  VALUES ?kind {{ %s }}
  ?thing a|skos:inScheme ?kind
}}"""
_LANGUAGES: Final = (None, "fr", "de", "en")


def as_iri(value: str) -> Term | None:
    """The IRI that a value is: whole, in angle brackets, under a prefix of ours, or an id. None where it is none."""
    bare = value.removeprefix("<").removesuffix(">")
    if _FORBIDDEN.search(bare):
        return None
    if bare.startswith(("http://", "https://", "urn:")):
        return iri(bare)
    prefix, colon, local = bare.partition(":")
    if colon and local and prefix in PREFIXES:
        return iri(PREFIXES[prefix] + local)
    return iri(ID + bare) if _ID.fullmatch(bare) else None


def looked_up(value: str, kinds: tuple[str, ...], engine: Engine | None, example: str) -> Term:
    """The one thing of these kinds that the value names.

    Raises:
        InputError: nothing has this name, or several things have it; the nearest are listed.
    """
    given = as_iri(value)
    if engine is None:
        return given or _unknown(value, kinds, example)
    if given is not None and engine.ask("ASK { ?thing ?p ?o }", {"thing": given}):
        return given
    for kind in kinds:
        concept = iri(SCHEMES.get(kind, ID) + value)
        if kind in SCHEMES and _FORBIDDEN.search(value) is None and engine.ask("ASK { ?c ?p ?o }", {"c": concept}):
            return concept
    exact = _exact(value, kinds, engine)
    return exact if exact is not None else _alike(value, kinds, engine, example)


def names_of(kinds: tuple[str, ...]) -> str:
    """The query for every thing of these kinds with each of its names.

    Raises:
        InputError: there is no such kind.
    """
    return _ALL % _classes(kinds)


def _alike(value: str, kinds: tuple[str, ...], engine: Engine, example: str) -> Term:
    """The one thing whose name is the value but for capitals and accents, or has it as a part."""
    known = _names(kinds, engine)
    found = _same(value, known) or (_part(value, known) if LONG_TITLES & set(kinds) else [])
    if len(found) == 1:
        return iri(found[0])
    if found:
        raise InputError(
            f"{value!r} is the name of {len(found)} things.", hint=f"Give one id: {_listed(found, known)}."
        )
    _unknown(value, kinds, nearest(value, known) or example)


def nearest(value: str, known: Mapping[str, Sequence[str]]) -> str:
    """The things, given with their names, that a value may mean: as a sentence, empty where there are none."""
    near = _near(value, known)
    return f"Near are: {_listed(near, known)}." if near else ""


def _exact(value: str, kinds: tuple[str, ...], engine: Engine) -> Term | None:
    """The one thing that bears exactly this name: found by the index of the graph, without reading all names."""
    names = " ".join(written(literal(value, language=language)) for language in _LANGUAGES)
    found = engine.select(_EXACT % (names, _classes(kinds))).rows
    return found[0][0] if len(found) == 1 else None


def _names(kinds: tuple[str, ...], engine: Engine) -> dict[str, list[str]]:
    """The names of each thing of these kinds."""
    known: dict[str, list[str]] = defaultdict(list)
    for thing, name in engine.select(names_of(kinds)):
        if thing is not None and name is not None:
            known[thing.value].append(name.value)
    return known


def _classes(kinds: tuple[str, ...]) -> str:
    """The classes and schemes of kinds, written for VALUES.

    Raises:
        InputError: there is no such kind.
    """
    known = {**CLASSES, **{kind: scheme.removesuffix("/") for kind, scheme in SCHEMES.items()}}
    for kind in kinds:
        if kind not in known:
            raise InputError(f"there is no kind of thing called {kind!r}.", hint=f"Known are {', '.join(known)}.")
    return " ".join(f"<{known[kind]}>" for kind in kinds)


def _same(value: str, known: Mapping[str, list[str]]) -> list[str]:
    from kg.text.normal import fold  # noqa: PLC0415 - an exact name needs no folding

    exact = [thing for thing, names in known.items() if value in names]
    wanted = fold(value)
    return exact or [thing for thing, names in known.items() if wanted and wanted in map(fold, names)]


def _part(value: str, known: Mapping[str, list[str]]) -> list[str]:
    from kg.text.normal import fold  # noqa: PLC0415 - an exact name needs no folding

    wanted = fold(value)
    if len(wanted) < SHORTEST_PART:
        return []
    return [thing for thing, names in known.items() if any(f" {wanted} " in f" {fold(name)} " for name in names)]


def _near(value: str, known: Mapping[str, Sequence[str]]) -> list[str]:
    import difflib  # noqa: PLC0415 - only a mistake needs it

    from kg.text.normal import fold  # noqa: PLC0415 - an exact name needs no folding

    things: dict[str, str] = {}
    for thing, names in known.items():
        for name in names:
            things.setdefault(fold(name), thing)
    wanted = fold(value)
    close = difflib.get_close_matches(wanted, things, OFFERED, 0.6)
    words = {word for word in wanted.split() if len(word) >= SHORTEST_PART}
    close += [name for name in things if name not in close and words & set(name.split())]
    return list(dict.fromkeys(things[name] for name in close))[:OFFERED]


def _listed(things: Iterable[str], known: Mapping[str, Sequence[str]]) -> str:
    listed = [f"{short(thing).removeprefix('id:').removeprefix(BASE)} ({known[thing][0]})" for thing in things]
    more = "" if len(listed) <= OFFERED else f" and {len(listed) - OFFERED} more"
    return "; ".join(listed[:OFFERED]) + more


def _unknown(value: str, kinds: tuple[str, ...], hint: str) -> Never:
    raise InputError(f"the graph knows no {' or '.join(kinds) or 'thing'} named {value!r}.", hint=hint)
