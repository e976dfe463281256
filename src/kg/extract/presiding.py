"""Who chairs the meeting of minutes: who opens it, by name or office, or stands behind `Présidence de séance`."""

from collections.abc import Iterator, Sequence

from kg.extract import factuality, lexicon, offices, sentences
from kg.extract.clauses import Part
from kg.extract.drafts import Draft
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.row import Held
from kg.extract.words import Word, longest
from kg.model import Role
from kg.text.normal import fold

SUBJECT = 5
"""So many words may stand before the verb by which somebody opens a meeting."""
STEM = 6
"""So many letters tell an office whoever holds it (`président`, `présidente`)."""


def told(
    page: Page, drafts: Sequence[Draft], parts: Sequence[Part], held: Sequence[Held], people: Sequence[Find]
) -> list[Part]:
    """The parts, with the one who chairs: minutes that say so nowhere else have it from their opening."""
    main = next((n for n, d in enumerate(drafts) if d.parent is None), None)
    if main is None or not factuality.minutes(page):
        return [*parts]
    chaired = any(p.event == main and p.role is Role.MODERATOR for p in parts)
    found = None if chaired else next(_chairs(page, main, held, people), None)
    if found is None:
        return [*parts]
    same = [p for p in parts if p.event == main and fold(p.agent.name) == fold(found.agent.name)]
    return [*(p for p in parts if p not in same), found]


def _chairs(page: Page, main: int, held: Sequence[Held], people: Sequence[Find]) -> Iterator[Part]:
    for line in page.lines:
        for first, stop in sentences.split(page.text, line):
            begin, end = line.words[first].start, line.words[stop - 1].end
            agent = _labelled(line, (first, stop), within(people, begin, end)) or _opens(line, first, held, people)
            if agent is not None:
                yield Part(agent, main, Role.MODERATOR, min(begin, agent.start) if agent.start >= begin else begin, end)


def _labelled(line: Line, span: tuple[int, int], people: Sequence[Find]) -> Find | None:
    """`Présidence de séance : X`, `Présidence  Mme X`: the label and right behind it the name."""
    words, (first, stop) = line.words, span
    hit = longest(words, first, lexicon.phrases("roles.labels.moderator"))
    if hit is None or hit[0] >= stop or words[hit[0]].gap not in ":w" or not people:
        return None
    return people[0] if people[0].start <= words[min(hit[0] + 1, stop - 1)].start else None


def _opens(line: Line, first: int, held: Sequence[Held], people: Sequence[Find]) -> Find | None:
    """`La présidente ouvre la séance`, `Mme X eröffnet die Sitzung`."""
    words, verbs = line.words, lexicon.phrases("roles.presiding")
    verb = next((n for n in range(first + 1, min(len(words), first + SUBJECT)) if longest(words, n, verbs)), None)
    if verb is None:
        return None
    named = within(people, words[first].start, words[verb].start)
    if named:
        return named[0]
    office = offices.at(words, first)
    return None if office is None or office[1] != verb else _holder(words[office[0] : verb], held)


def _holder(office: Sequence[Word], held: Sequence[Held]) -> Find | None:
    """The one person who holds an office, whatever the gender of its word."""
    said, stem = office[-1].fold, office[-1].fold[: max(STEM, len(office[-1].fold) - 2)]
    firsts = [(h.person, fold(h.capacity.position or "").split()[:1]) for h in held]
    same = [person for person, word in firsts if word == [said]]
    alike = {person.name: person for person, word in firsts if word and word[0].startswith(stem)}
    return same[0] if same else next(iter(alike.values())) if len(alike) == 1 else None
