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

from kg import assets, jsonl
from kg.errors import InputError
from kg.export.statements import datatype, is_literal, language, value
from kg.vocab.namespaces import XSD
from kg.vocab.terms import TYPE, XSD_BOOLEAN, XSD_INTEGER

FILE: Final = "ontology/context.jsonld"

_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_END: Final = re.compile("[/#]")
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""The integers that a JSON number carries exactly for every reader, in the one form it gives back."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Key:
    """A key of the context; there is one object for each.

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


_KIND: Final = Key(name="type", type="@type", place=-1)
"""The key of classes, which stands before all others."""


class Context:
    """Writes statements as the context allows.

    Args:
        definitions: what stands under `@context`.
    """

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self.definitions = definitions
        self._keys: dict[str, list[Key]] = {}
        self._heads: dict[str, str] = {}
        self._known: dict[tuple[str, str], Key] = {}
        self._other: dict[str, Key] = {}
        self._words: dict[tuple[str, str], str] = {}
        self._reverse: dict[str, str] = {}
        simple = {key: one for key, one in definitions.items() if isinstance(one, str) and one[:1] != "@"}
        self._prefixes = {iri: key for key, iri in simple.items() if iri[-1:] in ("/", "#")}
        self._classes = {self._whole(iri): key for key, iri in simple.items() if iri not in self._prefixes}
        for name, definition in definitions.items():
            if not name.startswith("@") and name not in self._prefixes.values():
                self._define(name, {"@id": definition} if isinstance(definition, str) else definition)

    def key(self, predicate: str, term: str) -> Key:
        """The key under which a statement is written."""
        kind = predicate, term[term.rindex('"') :] if term[0] == '"' else ""
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = self._fitting(predicate, term)
        return known

    def _fitting(self, predicate: str, term: str) -> Key:
        if value(predicate) == TYPE and not is_literal(term):
            return _KIND
        fitting = (key for key in self._keys.get(value(predicate), ()) if _fits(key, term))
        return next(fitting, None) or self._unnamed(predicate)

    def _unnamed(self, predicate: str) -> Key:
        return self._other.setdefault(predicate, Key(name=self.iri(predicate), place=len(self.definitions)))

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
        whole = value(term)
        end = max(whole.rfind("/"), whole.rfind("#")) + 1
        head = self._heads.get(whole[:end])
        if head is None:
            head = self._heads[whole[:end]] = self._shortened(whole[:end])
        return f"{head}{whole[end:]}" if head != whole[:end] else self._unshortened(whole)

    def _shortened(self, head: str) -> str:
        """An IRI up to its last slash or #, which alone decides on its prefix."""
        for cut in (match.end() for match in reversed([*_END.finditer(head)])):
            prefix = self._prefixes.get(head[:cut])
            if prefix is not None and not head.startswith("//", cut):
                return f"{prefix}:{head[cut:]}"
        return head

    def _unshortened(self, whole: str) -> str:
        scheme, _, rest = whole.partition(":")
        if scheme in self.definitions and not rest.startswith("//"):
            raise InputError(
                f"JSON-LD cannot write the IRI {whole}: its first part is a name of {FILE}.",
                hint="Export it as turtle or ntriples, or give the thing an https IRI.",
            )
        return whole

    def written(self, key: Key, term: str) -> str:
        """A term as JSON, as it is written under a key."""
        if key.type in ("@vocab", "@type"):
            return self._word(key, term)
        if not is_literal(term):
            short = jsonl.text(self.iri(term))
            return short if key.type == "@id" else jsonl.of_entries([("id", short)])
        return jsonl.text(value(term)) if key.by_language or key.type else self._literal(term)

    def _literal(self, term: str) -> str:
        text, kind = value(term), datatype(term)
        if language(term):
            return jsonl.of_entries([("@value", jsonl.text(text)), ("@language", jsonl.text(language(term)))])
        if (kind == XSD_INTEGER and _INTEGER.fullmatch(text)) or (kind == XSD_BOOLEAN and text in ("true", "false")):
            return text
        if kind == XSD + "string":
            return jsonl.text(text)
        return jsonl.of_entries([("@value", jsonl.text(text)), ("@type", jsonl.text(self.iri(kind)))])

    def _word(self, key: Key, term: str) -> str:
        """One of few words, or a class."""
        known = self._words.get((key.name, term))
        if known is None:
            word = self.kind(term) if key is _KIND else self._plain(value(term).removeprefix(key.words), term)
            known = self._words[key.name, term] = jsonl.text(word)
        return known

    def _plain(self, word: str, term: str) -> str:
        return word if _WORD.fullmatch(word) is not None and word not in self.definitions else self.iri(term)

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
