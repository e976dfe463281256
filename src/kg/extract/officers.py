"""Board lists: a heading that is only an office stands over the names of those who hold it."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract import items, lexicon, offices
from kg.extract.capacities import Held
from kg.extract.finds import Find, Page, flat
from kg.extract.lines import Line
from kg.extract.row import Capacity
from kg.extract.words import longest
from kg.model import BlockKind, EntityType
from kg.text.normal import fold

SAME = 5
"""So many letters of an office and of its noun are the same."""


def find(page: Page, people: Sequence[Find], names: Mapping[int, Find]) -> tuple[Held, ...]:
    """The offices that headings give to the names under them, in the body that the page is about."""
    return tuple(_read(page, {p.start: p for p in people}, subject(page, names)))


def subject(page: Page, names: Mapping[int, Find]) -> Find | None:
    """The body that a page is about: the one in its first lines, else the one named most often."""
    bodies = [f for _, f in sorted(names.items()) if f.type is EntityType.ORGANIZATION]
    head = page.lines[3].start if len(page.lines) > 3 else 0
    first = next((f for f in bodies if f.start < head), None)
    if first is not None or not bodies:
        return first
    counts = [f.form for f in bodies]
    return max(bodies, key=lambda f: (counts.count(f.form), -f.start))


def _read(page: Page, people: Mapping[int, Find], body: Find | None) -> Iterator[Held]:
    office: Capacity | None = None
    above: Capacity | None = None
    for n, line in enumerate(page.lines):
        person = items.first_person(line, people)
        if person is None:
            if line.kind is BlockKind.HEADING:
                office = above = _heading(page.text, line, body)
            elif not line.bullet and not line.cell:
                office = _heading(page.text, line, body) or _lead(page.text, line, body) or above
        elif office is not None and person <= 1 and (line.bullet or line.kind is BlockKind.ROW):
            yield Held(people[line.words[person].start], office)
        elif above is not None and line.kind is BlockKind.HEADING and not _own(page, n, above):
            yield Held(people[line.words[person].start], above)


def _own(page: Page, n: int, above: Capacity) -> bool:
    """True where the line under a name says the office of the heading again (`Présidence`, the name, `Présidente`)."""
    below = page.lines[n + 1] if n + 1 < len(page.lines) else None
    if below is None or offices.at(below.words, 0) is None:
        return False
    return fold(page.text[below.start : below.end])[:SAME] == fold(above.position or "")[:SAME]


def _heading(text: str, line: Line, body: Find | None) -> Capacity | None:
    if not offices.alone(line.words):
        return None
    start, end = line.words[0].start, line.words[-1].end
    return Capacity(offices.singular(flat(text[start:end])), start, end, body)


def _lead(text: str, line: Line, body: Find | None) -> Capacity | None:
    """`Cinq vice-présidents y siègent désormais :` over a list."""
    if not text[line.start : line.end].rstrip().endswith(":"):
        return None
    for i in range(len(line.words)):
        hit = longest(line.words, i, lexicon.phrases("offices.plurals"))
        if hit is not None:
            start, end = line.words[i].start, line.words[hit[0] - 1].end
            return Capacity(offices.singular(flat(text[start:end])), start, end, body)
    return None
