"""JSON-LD for people and programs: an event is one node, its sessions and who took part inside it."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from kg import jsonl
from kg.export.context import Context, Key, project_context
from kg.export.order import ordered
from kg.export.statements import Subjects, Triple, by_subject, iri, value
from kg.vocab import terms as t

INSIDE: Final = (iri(t.PART_OF), iri(t.IN), iri(t.MEMBER))
"""Whoever states one of these stands inside the thing it is stated of: a session inside its event."""

AROUND: Final = (iri(t.HEADCOUNT_OF), iri(t.HAS_SELECTOR))
"""What one of these is stated of stands around its value: an evidence around its selectors."""

DEPTH: Final = 16
"""How deep nodes stand in each other; what would be deeper stands on its own."""

NOTHING: Final = ("", "")

_PLACE: Final = attrgetter("place", "name")


def jsonld(triples: Iterable[Triple]) -> bytes:
    """A JSON-LD document of exactly these statements, with the context inside, so that reading it needs no network."""
    subjects, context = by_subject(triples), project_context()
    order = [subject for _, members in ordered(subjects) for subject in members]
    definitions = jsonl.page(context.definitions).removesuffix("\n")
    nodes = jsonl.of_values(_Nesting(subjects, order, context).top())
    return f"{jsonl.of_entries([('@context', definitions), ('@graph', nodes)])}\n".encode()


class _Nesting:
    """Puts nodes into each other, each once, and writes them.

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
            self._note_owner(subject, subjects[subject])

    def top(self) -> Iterator[str]:
        """The outermost nodes: first what stands in nothing, then what a circle or its depth has kept out."""
        for subject in self._order:
            if subject not in self._owned:
                yield self._node(subject, NOTHING, 0)
        for subject in self._order:
            if subject not in self._done:
                yield self._node(subject, NOTHING, 0)

    def _note_owner(self, subject: str, facts: dict[str, list[str]]) -> None:
        for predicate in (one for one in INSIDE if one in facts):
            for owner in self._others(subject, facts[predicate]):
                if subject not in self._owned:
                    self._inside.setdefault(owner, []).append((predicate, subject))
                    self._owned.add(subject)
        for predicate in (one for one in AROUND if one in facts):
            self._owned.update(self._others(subject, facts[predicate]))

    def _others(self, subject: str, objects: Iterable[str]) -> Iterator[str]:
        return (one for one in objects if one in self._subjects and one != subject)

    def _node(self, subject: str, said: tuple[str, str], depth: int) -> str:
        """A node, without the statement that its place already makes (`said`: the property and object)."""
        self._done.add(subject)
        entries: dict[Key, list[tuple[str, str]]] = {}
        for predicate, objects in self._subjects[subject].items():
            around = predicate in AROUND and depth < DEPTH
            for term in objects:
                if term != said[1] or predicate != said[0]:
                    key = self._context.key(predicate, term)
                    inner = self._around(term, depth) if around else ""
                    entries.setdefault(key, []).append((term, inner or self._context.written(key, term)))
        written = [("id", jsonl.text(self._context.iri(subject)))]
        written += ((key.name, _values(key, entries[key])) for key in sorted(entries, key=_PLACE))
        return jsonl.of_entries([*written, *self._members(subject, depth)])

    def _around(self, term: str, depth: int) -> str:
        nests = term in self._subjects and term not in self._done
        return self._node(term, NOTHING, depth + 1) if nests else ""

    def _members(self, subject: str, depth: int) -> Iterator[tuple[str, str]]:
        """The lists of what stands inside a node."""
        members: dict[str, list[str]] = {}
        for predicate, member in self._inside.get(subject, ()):
            if member not in self._done and depth < DEPTH:
                inner = self._node(member, (predicate, subject), depth + 1)
                members.setdefault(self._context.reverse(value(predicate)), []).append(inner)
        return ((key, jsonl.of_values(inner)) for key, inner in members.items())


def _values(key: Key, values: list[tuple[str, str]]) -> str:
    """All values of a key of one node."""
    if key.by_language:
        return _by_language(values)
    written = [one for _, one in values]
    return jsonl.of_values(written) if key.many else _alone(written)


def _by_language(values: list[tuple[str, str]]) -> str:
    languages: dict[str, list[str]] = {}
    for term, written in values:
        languages.setdefault(term.rpartition("@")[2], []).append(written)
    return jsonl.of_entries((tag, _alone(languages[tag])) for tag in sorted(languages))


def _alone(values: list[str]) -> str:
    return values[0] if len(values) == 1 else jsonl.of_values(values)
