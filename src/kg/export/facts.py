"""Walks over the statements: what lies at the end of a path, and how it is called."""

from collections import defaultdict
from typing import Final

from kg.export.statements import Subjects, iri, is_literal, language, value
from kg.vocab import terms as t

NAMES: Final = tuple(iri(p) for p in (t.PREF_LABEL, t.NAME, t.TITLE, t.LABEL))
"""The properties that name a thing; a kind of thing has one of them."""

LANGUAGES: Final = ("fr", "de", "en")
INVERSE: Final = "^"
TOP: Final = "top"
"""The step from a session to the event it belongs to in the end; an event stays itself."""

_TYPE: Final = iri(t.TYPE)
_PART_OF: Final = iri(t.PART_OF)
_DEPTH: Final = 32


class Facts:
    """The statements of a graph, to be walked in both directions.

    Args:
        subjects: the statements of each subject.
    """

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects
        self._inverse: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for subject, facts in subjects.items():
            for predicate, objects in facts.items():
                for term in objects:
                    if not is_literal(term):
                        self._inverse[term][predicate].append(subject)

    def of_class(self, kind: str) -> list[str]:
        """The subjects of a class, sorted."""
        return sorted(self._inverse[iri(kind)][_TYPE]) if iri(kind) in self._inverse else []

    def is_a(self, subject: str, kind: str) -> bool:
        """Whether a subject is of a class."""
        return iri(kind) in self._subjects.get(subject, {}).get(_TYPE, ())

    def walk(self, start: str, path: tuple[str, ...]) -> list[str]:
        """The terms that a path leads to, each once, sorted; a step is a property, `^` and a property, or `top`."""
        here = {start}
        for step in path:
            here = {end for term in here for end in self._step(term, step)}
        return sorted(here)

    def name(self, term: str) -> str:
        """What a thing is called: in the first of the three languages it has a name in, else in any."""
        names = self.names(term)
        for wanted in (*LANGUAGES, *sorted(names)):
            if wanted in names:
                return names[wanted]
        return ""

    def names(self, term: str) -> dict[str, str]:
        """The name of a thing in each language ("" where a name belongs to none)."""
        facts = self._subjects.get(term, {})
        for predicate in NAMES:
            if predicate in facts:
                named: dict[str, str] = {}
                for literal in filter(is_literal, facts[predicate]):
                    named.setdefault(language(literal), value(literal))
                return named
        return {}

    def _step(self, term: str, step: str) -> list[str]:
        if step == TOP:
            return [self._top(term)]
        if step.startswith(INVERSE):
            return self._inverse.get(term, {}).get(iri(step[1:]), [])
        return self._subjects.get(term, {}).get(iri(step), [])

    def _top(self, event: str) -> str:
        for _ in range(_DEPTH):
            above = self._subjects.get(event, {}).get(_PART_OF)
            if not above:
                break
            event = min(above)
        return event
