"""What a register says of its items, read from the rows of `facts`: one fact a row, under the name of a feature."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.errors import InputError
from kg.link.lookup import answers
from kg.link.profile import Profile
from kg.model import Code
from kg.query import Term, iri
from kg.query.engine import Asking
from kg.resolve.codes import GRAMMAR
from kg.resolve.match.described import Described
from kg.text.acronym import is_acronym

FEATURES: Final = (
    "name",
    "variant",
    "acronym",
    "description",
    "kind",
    "place",
    "since",
    "until",
    "website",
    "office",
    "body",
    "match",
)
"""The features of `facts`, beside the registers of codes and the identifiers of the profile."""
_SHOWN_FIRST: Final = ("en", "mul", "fr", "de")

Facts = Mapping[str, Sequence[Term]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a register."""

    iri: str
    described: Described
    description: str
    """What the register says that it is, in a few words; empty where it says nothing."""
    also: tuple[str, ...]
    """Its addresses in other registers, as this one gives them."""


def items(addresses: Iterable[str], profile: Profile, engine: Asking) -> dict[str, Item]:
    """The items under these addresses, with all that is asked about them.

    Raises:
        InputError: the endpoint gave no answer, or a feature that nobody knows.
    """
    facts: defaultdict[str, defaultdict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    rows = [(iri(address),) for address in sorted(addresses)]
    for item, feature, value in answers(engine, profile, "facts", ("item",), rows):
        if item is not None and feature is not None and value is not None:
            facts[item.value][_known(feature.value, profile)].append(value)
    return {address: _item(address, facts[address], profile) for address in sorted(facts) if facts[address]["name"]}


def for_codes_of(other: Described, asked: Described, profile: Profile) -> Described:
    """The item without codes of other years: two that differ say nothing where the register does not say of when."""
    kept = {code for code in other.codes if code.register not in profile.undated or code in asked.codes}
    return replace(other, codes=frozenset(kept))


def _known(feature: str, profile: Profile) -> str:
    if feature in FEATURES or feature in GRAMMAR or feature in profile.identifiers:
        return feature
    raise InputError(
        f"the query `facts` of the profile {profile.name!r} gives the feature {feature!r}, which kg does not know.",
        hint=f"Known: {', '.join((*FEATURES, *sorted(GRAMMAR), *sorted(profile.identifiers)))}.",
    )


def _item(address: str, facts: Facts, profile: Profile) -> Item:
    classes = [term.value for term in facts.get("kind", ())]
    names = _texts(facts, "name", "variant", "acronym")
    described = Described(
        names=tuple(name for name in names if not is_acronym(name)) or names,
        acronyms=tuple(name for name in names if is_acronym(name)),
        types=profile.types(classes),
        kinds=profile.kinds_of(classes),
        codes=frozenset(Code(register, one) for register in GRAMMAR for one in _texts(facts, register)),
        places=_texts(facts, "place"),
        since=min(_dates(facts, "since"), default=None),
        until=max(_dates(facts, "until"), default=None),
        websites=_texts(facts, "website"),
        offices=_texts(facts, "office"),
        bodies=_texts(facts, "body"),
        excluded=bool(profile.excluded & set(classes)),
    )
    description = next(iter(_texts(facts, "description")), "")
    return Item(iri=address, described=described, description=description, also=_also(facts, profile))


def _texts(facts: Facts, *features: str) -> tuple[str, ...]:
    """The values of features, in the order of these and of the languages, each once."""
    found = [term for feature in features for term in sorted(facts.get(feature, ()), key=_in_order)]
    return tuple(dict.fromkeys(term.value for term in found))


def _in_order(term: Term) -> tuple[int, str, str]:
    language = (term.language or "").lower()
    place = _SHOWN_FIRST.index(language) if language in _SHOWN_FIRST else len(_SHOWN_FIRST)
    return place, language, term.value


def _dates(facts: Facts, feature: str) -> list[str]:
    """The dates of a feature; an unknown one, which Wikidata gives as a node without a name, is none."""
    return [term.value for term in facts.get(feature, ()) if term.kind == "literal"]


def _also(facts: Facts, profile: Profile) -> tuple[str, ...]:
    made = (kind.iri(one) for name, kind in profile.identifiers.items() for one in _texts(facts, name))
    given = (term.value for term in facts.get("match", ()) if term.kind == "iri")
    return tuple(sorted({address for address in (*made, *given) if address is not None}))
