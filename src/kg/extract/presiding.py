"""Who chairs a meeting unnamed: in minutes `The President opened the meeting` means the one who holds that office."""

from collections.abc import Iterator, Sequence

from kg.extract import lexicon, offices
from kg.extract.clauses import Part
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Find, Page
from kg.extract.row import Held
from kg.extract.words import Word, longest
from kg.model import Role
from kg.text.normal import fold

NEAR = 3
"""A verb of opening follows the office within so many words."""


def find(page: Page, drafts: Sequence[Draft], scenes: Sequence[Scene], held: Sequence[Held]) -> Iterator[Part]:
    """The one who holds the office that opens or closes a meeting leads it, where nobody else is told to."""
    for scene in scenes:
        words = scene.line.words
        main = scene.event if drafts[scene.event].parent is None else drafts[scene.event].parent
        for i in range(len(words)):
            office = _opens(words, i)
            holder = None if office is None else _holder(office, held, words[i].start)
            if holder is not None and main is not None:
                yield Part(holder, main, Role.MODERATOR, words[i].start, words[-1].end)
                return


def _opens(words: Sequence[Word], i: int) -> str | None:
    """The office of `The President opened the meeting`, `Le président ouvre la séance`."""
    begins = i == 0 or words[i].gap == "d"
    if not begins or words[i].fold not in lexicon.words("grammar.definite"):
        return None
    office = offices.at(words, i + 1) if i + 1 < len(words) else None
    if office is None or office[0] != i + 1:
        return None
    verbs = lexicon.phrases("roles.presiding")
    told = any(longest(words, n, verbs) is not None for n in range(office[1], min(office[1] + NEAR, len(words))))
    return " ".join(w.fold for w in words[office[0] : office[1]]) if told else None


def _holder(office: str, held: Sequence[Held], start: int) -> Find | None:
    """The first person of the page above an offset who holds an office that begins with these words."""
    named = [h.person for h in held if h.person.start < start and _begins(h.capacity.position, office)]
    return min(named, key=lambda p: p.start, default=None)


def _begins(position: str | None, office: str) -> bool:
    return f"{fold(position or '')} ".startswith(f"{office} ")
