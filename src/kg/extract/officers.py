"""Board lists: what a heading, a term or a table's first cell says stands for the names under or beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kg.extract import cards, items, lexicon, offices, outline, terms
from kg.extract.finds import Find, Page, flat
from kg.extract.leading import skip_titles
from kg.extract.lines import Line
from kg.extract.row import Capacity, Held
from kg.extract.words import Word, longest
from kg.model import BlockKind, EntityType
from kg.text.normal import fold

SAME = 5
"""So many letters of an office and of its noun are the same."""
OURS = 4
"""An office stands among so many first words of its heading (`Our other board members`)."""
BODY_WORDS = 6
"""So many words may say the body behind an office in a heading (`Members of the Assembly`)."""


def find(page: Page, people: Sequence[Find], names: Mapping[int, Find]) -> tuple[Held, ...]:
    """The offices that headings, terms and first cells give to names, in the body that the page is about."""
    board = _Board(page, {p.start: p for p in people}, names, subject(page, names))
    return tuple(board.read())


def subject(page: Page, names: Mapping[int, Find]) -> Find | None:
    """The body that a page is about: the one in its first lines, else the one named most often."""
    bodies = [f for _, f in sorted(names.items()) if f.type is EntityType.ORGANIZATION]
    head = page.lines[3].start if len(page.lines) > 3 else 0
    first = next((f for f in bodies if f.start < head), None)
    if first is not None or not bodies:
        return first
    counts = [f.form for f in bodies]
    return max(bodies, key=lambda f: (counts.count(f.form), -f.start))


@dataclass(slots=True)
class _Board:
    """What holds at the line being read."""

    page: Page
    people: Mapping[int, Find]
    names: Mapping[int, Find]
    body: Find | None
    above: Capacity | None = None
    """The office that a heading gives to all below it."""
    office: Capacity | None = None
    """The office that the last line gives to those under it."""
    years: terms.Years = (None, None)
    column: Capacity | None = None
    """The office in the first cell of a table's last row that had one."""
    width: int = 0
    """The most cells of a row of the table being read."""

    def read(self) -> Iterator[Held]:
        lines = self.page.lines
        for block, group in groupby(enumerate(lines), key=lambda n: (n[1].kind is BlockKind.ROW, n[1].block)):
            if block[0]:
                yield from self._row([line for _, line in group])
            else:
                self.column, self.width = None, 0
                for n, line in group:
                    yield from self._line(n, line)

    def _row(self, cells: Sequence[Line]) -> Iterator[Held]:
        """A row of a table: the offices in the cells before the name, else that of a cell which spans rows."""
        named = next((k for k, c in enumerate(cells) if self._leads(c)), None)
        own = [office for c in cells[:named] if (office := self._office(c)) is not None]
        spans = len(cells) < self.width
        self.width = max(self.width, len(cells))
        if own or not spans:
            self.column = own[0] if own else None
        if named is None:
            return
        years = next((y for c in cells if (y := terms.years(self.page, c)) is not None), (None, None))
        later = any(offices.alone(_before_bracket(c)) for c in cells[named + 1 :])
        later = later and not any(cards.whole(self.names, c) for c in cells[named + 1 :])
        held = own or ([self.column] if self.column is not None and spans else [])
        if not held and not later and self.above is not None:
            held = [self.above]
        people = self._people(cells[named]) if held == [self.above] else [self._person(cells[named])]
        told = [replace(office, since=years[0], until=years[1]) for office in held]
        yield from (Held(person, office) for person in people for office in told)

    def _line(self, n: int, line: Line) -> Iterator[Held]:
        first = items.first_person(line, self.people)
        if first is None:
            self._without_person(line)
        elif self._leads(line) and (line.bullet or self._names(line)) and (self.office or self.above) is not None:
            yield from self._listed(line)
        elif self.above is not None and line.kind is BlockKind.HEADING and not _own(self.page, n, self.above):
            yield Held(self._person(line), self.above)
        if line.kind is BlockKind.HEADING and first is not None:
            self.office = None

    def _without_person(self, line: Line) -> None:
        if line.kind is BlockKind.HEADING:
            self.office = self.above = self._office(line)
            self.years = (None, None)
        elif line.kind is BlockKind.TERM:
            self.years = terms.years(self.page, line) or (None, None)
            self.office = self.above if self.years != (None, None) else self._office(line)
        elif not line.bullet:
            self.office = self._office(line) or _lead(self.page.text, line, self.body) or self.above

    def _listed(self, line: Line) -> Iterator[Held]:
        """The first name of an item; all names of a line that only lists them."""
        office = self.office or self.above
        if office is None:
            return
        named = [self.people[w.start] for w in line.words if w.start in self.people]
        for person in named[:1] if line.bullet else named:
            before = self.page.text[line.start : person.start]
            if before.count("(") <= before.count(")"):
                spell = terms.bracketed(self.page, person.end, line.end) or self._years_before(line)
                since, until = spell or self.years
                yield Held(person, replace(office, since=since, until=until))

    def _office(self, line: Line) -> Capacity | None:
        """A line that is an office and nothing else, but for `our`, and for the years or the body behind it."""
        words = _one_form(line.words)
        first = next((k for k, w in enumerate(words[:OURS]) if w.fold not in lexicon.words("offices.ours")), 0)
        stop = next((k for k in range(first + 1, len(words)) if words[k].gap in "(:"), len(words))
        found = offices.at(words[first:stop], 0)
        body = self.body
        if found is not None and first + found[1] < stop <= first + found[1] + BODY_WORDS:
            rest = first + found[1]
            if words[rest].fold not in lexicon.words("grammar.links"):
                return None
            body = next((f for w in words[rest:stop] if (f := self.names.get(w.start)) is not None), body)
            stop = rest
        elif not offices.alone(words[first:stop]):
            return None
        start, end = words[first].start, words[stop - 1].end
        whole = flat(self.page.text[start:end]) if words is line.words else " ".join(w.text for w in words[first:stop])
        return Capacity(offices.single(whole), start, end, body)

    def _names(self, line: Line) -> bool:
        """True for a line of names under a heading that is their office."""
        plain = line.kind in (BlockKind.PARAGRAPH, BlockKind.LINE, BlockKind.ITEM)
        return plain and self.above is not None and not outline.sentence(self.page.text, line)

    def _leads(self, line: Line) -> bool:
        """True where a line begins with a person, behind titles and one other word at most."""
        first = items.first_person(line, self.people)
        return first is not None and (skip_titles(line.words, first, 0) <= 1 or self._years_before(line) is not None)

    def _years_before(self, line: Line) -> terms.Years | None:
        """`2013–2019 Johann Grubinger`, `2018–2021: X`: the spell that a line begins with, right before the name."""
        first = items.first_person(line, self.people)
        if first is None or line.words[0].shape != "0":
            return None
        start = line.words[skip_titles(line.words, first, 0)].start
        return terms.spell(self.page.text[line.start : start].rstrip(" :,;–-\u00a0\n"))

    def _people(self, line: Line) -> list[Find]:
        """Everybody whom a cell names outside of brackets."""
        here = [self.people[w.start] for w in line.words if w.start in self.people]
        text = self.page.text
        return [p for p in here if text.count("(", line.start, p.start) == text.count(")", line.start, p.start)]

    def _person(self, line: Line) -> Find:
        return next(self.people[w.start] for w in line.words if w.start in self.people)


def _one_form(words: Sequence[Word]) -> Sequence[Word]:
    """`Präsidentinnen und Präsidenten` as `Präsidenten`: of two forms of one office the shorter."""
    for k in range(len(words) - 2):
        one, other = words[k], words[k + 2]
        joined = words[k + 1].fold in lexicon.words("grammar.joins") and one.fold[:SAME] == other.fold[:SAME]
        if joined and one.capital and other.gap == "s":
            return (*words[:k], min(one, other, key=lambda w: len(w.fold)), *words[k + 3 :])
    return words


def _before_bracket(cell: Line) -> Sequence[Word]:
    """The words of a cell up to a bracket (`Project Officer (Water)`)."""
    stop = next((n for n, w in enumerate(cell.words) if w.gap == "(" and n), len(cell.words))
    return cell.words[:stop]


def _own(page: Page, n: int, above: Capacity) -> bool:
    """True where the line under a name says the office of the heading again (`Présidence`, the name, `Présidente`)."""
    below = page.lines[n + 1] if n + 1 < len(page.lines) else None
    if below is None or offices.at(below.words, 0) is None:
        return False
    if fold(above.position or "") in lexicon.table("offices.abstract"):
        return True
    return fold(page.text[below.start : below.end])[:SAME] == fold(above.position or "")[:SAME]


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
