"""JSON-LD for people and programs: an event is one node, its sessions and who took part inside it."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kg import jsonl
from kg.export.context import Context, Key, project_context
from kg.export.order import ordered
from kg.export.statements import Subjects, Triple, by_subject, iri, is_literal
from kg.vocab import terms as t

INSIDE: Final = (t.PART_OF, t.IN, t.MEMBER)
"""Whoever states one of these stands inside the thing it is stated of: a session inside its event."""

AROUND: Final = (t.HEADCOUNT_OF, t.HAS_SELECTOR)
"""What one of these is stated of stands around its value: an evidence around its selectors."""

DEPTH: Final = 16
"""How deep nodes stand in each other; what would be deeper stands on its own."""

_TYPE: Final = iri(t.TYPE)


def jsonld(triples: Iterable[Triple]) -> bytes:
    """A JSON-LD document of exactly these statements, with the context inside, so that reading it needs no network."""
    subjects = by_subject(triples)
    order = [subject for _, members in ordered(subjects) for subject in members]
    nodes = list(_Nesting(subjects, order, project_context()).top())
    return jsonl.page({"@context": project_context().definitions, "@graph": nodes}).encode("utf-8")


class _Nesting:
    """Puts nodes into each other, each once.

    Args:
        subjects: the statements of each subject.
        order: the subjects in the order they are written.
        context: the short forms.
    """

    def __init__(self, subjects: Subjects, order: list[str], context: Context) -> None:
        self._subjects = subjects
        self._order = order
        self._context = context
        self._done: set[str] = set()
        self._inside: dict[str, list[tuple[str, str]]] = {}
        self._owned: set[str] = set()
        for subject in order:
            self._note_owner(subject)

    def top(self) -> Iterator[dict[str, Any]]:
        """The outermost nodes: first what stands in nothing, then what a circle or its depth has kept out."""
        for subject in self._order:
            if subject not in self._owned:
                yield self._node(subject, "", 0)
        for subject in self._order:
            if subject not in self._done:
                yield self._node(subject, "", 0)

    def _note_owner(self, subject: str) -> None:
        facts = self._subjects[subject]
        for predicate in INSIDE:
            owners = [one for one in facts.get(iri(predicate), ()) if one in self._subjects and one != subject]
            if owners and subject not in self._owned:
                self._inside.setdefault(owners[0], []).append((predicate, subject))
                self._owned.add(subject)
        for predicate in AROUND:
            self._owned |= {one for one in facts.get(iri(predicate), ()) if one in self._subjects and one != subject}

    def _node(self, subject: str, said: str, depth: int) -> dict[str, Any]:
        """A node, without the statement that its place already makes (`said`: the property and object)."""
        self._done.add(subject)
        facts = self._subjects[subject]
        kinds = [term for term in facts.get(_TYPE, ()) if not is_literal(term)]
        node: dict[str, Any] = {"id": self._context.iri(subject)}
        if kinds:
            node["type"] = _alone([self._context.kind(term) for term in kinds])
        entries = _Entries(node)
        for predicate, objects in facts.items():
            for term in objects:
                if f"{predicate} {term}" != said and not (predicate == _TYPE and not is_literal(term)):
                    key = self._context.key(predicate, term)
                    entries.add(key, term, self._around(predicate, term, depth) or self._context.value(key, term))
        entries.close()
        self._fill(node, subject, depth)
        return node

    def _around(self, predicate: str, term: str, depth: int) -> dict[str, Any] | None:
        nests = predicate in _AROUND and term in self._subjects and term not in self._done and depth < DEPTH
        return self._node(term, "", depth + 1) if nests else None

    def _fill(self, node: dict[str, Any], subject: str, depth: int) -> None:
        for predicate, member in self._inside.get(subject, ()):
            if member not in self._done and depth < DEPTH:
                inner = self._node(member, f"{iri(predicate)} {subject}", depth + 1)
                node.setdefault(self._context.reverse(predicate), []).append(inner)


class _Entries:
    """Gathers the values of one node under their keys."""

    def __init__(self, node: dict[str, Any]) -> None:
        self._node = node
        self._values: dict[str, tuple[Key, list[tuple[str, Any]]]] = {}

    def add(self, key: Key, term: str, written: Any) -> None:
        """Take in one statement."""
        self._values.setdefault(key.name, (key, []))[1].append((term, written))

    def close(self) -> None:
        """Write all keys into the node, in the order of the context."""
        for key, values in sorted(self._values.values(), key=lambda entry: (entry[0].place, entry[0].name)):
            if key.by_language:
                self._node[key.name] = _by_language(values)
            else:
                written = [one for _, one in values]
                self._node[key.name] = written if key.many else _alone(written)


_AROUND: Final = frozenset(iri(predicate) for predicate in AROUND)


def _by_language(values: list[tuple[str, Any]]) -> dict[str, Any]:
    languages: dict[str, list[Any]] = {}
    for term, written in values:
        languages.setdefault(term.rpartition("@")[2], []).append(written)
    return {tag: _alone(languages[tag]) for tag in sorted(languages)}


def _alone(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
