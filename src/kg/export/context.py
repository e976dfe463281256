"""The project's JSON-LD context, read as the short forms it allows: which key a statement gets, and what value.

Only what `ontology/context.jsonld` uses is understood: terms, prefixes, coercion to a type, maps of languages, sets,
reverse terms, and terms whose values are words of one list (`@vocab` in a context of their own).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from kg import assets
from kg.errors import InputError
from kg.export.statements import datatype, is_literal, language, suffix, value
from kg.vocab.namespaces import XSD
from kg.vocab.terms import XSD_BOOLEAN, XSD_INTEGER

FILE: Final = "ontology/context.jsonld"

_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""The integers that a JSON number carries exactly for every reader, in the one form it gives back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key of the context.

    Attributes:
        name: the key itself.
        type: what its plain strings are: a datatype, `@id`, `@vocab`, or "" for strings.
        words: the namespace of its words, where its values are words.
        by_language: whether the value is a map from language to text.
        many: whether the value is always a list.
        place: where the key stands among the others of its node, as in the context.
    """

    name: str
    type: str = ""
    words: str = ""
    by_language: bool = False
    many: bool = False
    place: int = 0


class Context:
    """Writes statements as the context allows.

    Args:
        definitions: what stands under `@context`.
    """

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self.definitions = definitions
        self._keys: dict[str, list[Key]] = {}
        self._short: dict[str, str] = {}
        self._known: dict[tuple[str, str | None], Key] = {}
        self._reverse: dict[str, str] = {}
        simple = {key: one for key, one in definitions.items() if isinstance(one, str) and one[:1] != "@"}
        self._prefixes = {iri: key for key, iri in simple.items() if iri[-1:] in ("/", "#")}
        self._classes = {self._whole(iri): key for key, iri in simple.items() if iri not in self._prefixes}
        for name, definition in definitions.items():
            if not name.startswith("@") and name not in self._prefixes.values():
                self._define(name, {"@id": definition} if isinstance(definition, str) else definition)

    def key(self, predicate: str, term: str) -> Key:
        """The key under which a statement is written."""
        kind = predicate, suffix(term) if is_literal(term) else None
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = self._fitting(predicate, term)
        return known

    def _fitting(self, predicate: str, term: str) -> Key:
        fitting = (key for key in self._keys.get(value(predicate), ()) if _fits(key, term))
        return next(fitting, Key(name=self.iri(predicate), place=len(self.definitions)))

    def reverse(self, predicate: str) -> str:
        """The key that turns a property round: `sessions` for `kg:partOf`."""
        return self._reverse[predicate]

    def kind(self, term: str) -> str:
        """A class, by its term where it has one."""
        return self._classes.get(value(term)) or self.iri(term)

    def iri(self, term: str) -> str:
        """An IRI, short where it has a prefix.

        Raises:
            InputError: it would be read as another one.
        """
        short = self._short.get(term)
        if short is None:
            short = self._short[term] = self._shortened(value(term))
        return short

    def _shortened(self, whole: str) -> str:
        for cut in range(len(whole), 0, -1):
            prefix = self._prefixes.get(whole[:cut]) if whole[cut - 1] in "/#" else None
            if prefix is not None and not whole[cut:].startswith("//"):
                return f"{prefix}:{whole[cut:]}"
        scheme, _, rest = whole.partition(":")
        if scheme in self.definitions and not rest.startswith("//"):
            raise InputError(
                f"JSON-LD cannot write the IRI {whole}: its first part is a name of {FILE}.",
                hint="Export it as turtle or ntriples, or give the thing an https IRI.",
            )
        return whole

    def value(self, key: Key, term: str) -> Any:
        """A term as it is written under a key."""
        if key.type == "@vocab":
            return self._word(key, term)
        if not is_literal(term):
            return self.iri(term) if key.type == "@id" else {"id": self.iri(term)}
        if key.by_language or key.type:
            return value(term)
        return self._literal(term)

    def _literal(self, term: str) -> Any:
        text, kind = value(term), datatype(term)
        if language(term):
            return {"@value": text, "@language": language(term)}
        if kind == XSD_INTEGER and _INTEGER.fullmatch(text):
            return int(text)
        if kind == XSD_BOOLEAN and text in ("true", "false"):
            return text == "true"
        return text if kind == XSD + "string" else {"@value": text, "@type": self.iri(kind)}

    def _word(self, key: Key, term: str) -> str:
        word = value(term).removeprefix(key.words)
        plain = _WORD.fullmatch(word) is not None and word not in self.definitions
        return word if plain else self.iri(term)

    def _define(self, name: str, definition: Mapping[str, Any]) -> None:
        if "@reverse" in definition:
            self._reverse[self._whole(definition["@reverse"])] = name
        elif not definition["@id"].startswith("@"):
            key = Key(
                name=name,
                type=self._whole(definition.get("@type", "")),
                words=definition.get("@context", {}).get("@vocab", ""),
                by_language=definition.get("@container") == "@language",
                many=definition.get("@container") == "@set",
                place=list(self.definitions).index(name),
            )
            self._keys.setdefault(self._whole(definition["@id"]), []).append(key)

    def _whole(self, short: str) -> str:
        prefix, _, rest = short.partition(":")
        spaces = {key: iri for iri, key in self._prefixes.items()}
        return spaces[prefix] + rest if prefix in spaces else short


@cache
def project_context() -> Context:
    """The context of `ontology/context.jsonld`."""
    return Context(json.loads(assets.text(assets.path(FILE)))["@context"])


def _fits(key: Key, term: str) -> bool:
    if key.type in ("@id", "@vocab"):
        return not is_literal(term)
    if key.by_language:
        return is_literal(term) and language(term) != ""
    if key.type:
        return is_literal(term) and language(term) == "" and datatype(term) == key.type
    return True
