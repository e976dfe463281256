"""Office-holders without a name: `Le Président et le Secrétaire Général de l’IGR étaient présents`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract import lexicon, offices, pieces, sentences
from kg.extract.drafts import Scene
from kg.extract.finds import Find, Page
from kg.extract.row import Capacity, Row
from kg.extract.words import Word, longest
from kg.model import Role

VERB_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """An office whose holder took part, with the sentence that says so."""

    capacity: Capacity
    event: int
    start: int
    end: int


def find(page: Page, scenes: Sequence[Scene], people: Sequence[Find], names: Mapping[int, Find]) -> tuple[Holder, ...]:
    """The offices that a sentence says were present, where it names nobody."""
    return tuple(h for scene in scenes if not scene.item for h in _in_scene(page, scene, people, names))


def _subject_end(words: Sequence[Word], first: int, verb: int) -> int:
    """Where the office ends: before the first copula (`war`, `étaient`)."""
    cues = lexicon.phrases("page.reported", "page.announced", "grammar.copulas")
    return next((i for i in range(first + 1, verb) if longest(words, i, cues) is not None), verb)


def _in_scene(page: Page, scene: Scene, people: Sequence[Find], names: Mapping[int, Find]) -> Iterator[Holder]:
    words = scene.line.words
    for first, stop in sentences.split(page.text, scene.line):
        begin, end = words[first].start, words[stop - 1].end
        if any(begin <= p.start < end for p in people) or offices.at(words, first) is None:
            continue
        verbs = sentences.cues(words, first, stop, lexicon.kinds("roles.verbs"))
        verb = next((v for v in verbs if v.key == Role.ATTENDEE), None)
        if verb is None:
            continue
        row = Row(page.text, words, names, True)
        for capacity in pieces.read(row, first, _subject_end(words, first, verb.first), listed=False):
            if capacity.position is not None:
                yield Holder(capacity, scene.event, begin, end)
