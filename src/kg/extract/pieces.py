"""The parts of an apposition: `office of institution`, `office`, `institution`, one after another.

`directeur de projet chez X` - `Präsident des X, Vize-Präsident des Y` - `professeur de droit, université de Z`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kg.extract import bodies, lexicon, offices
from kg.extract.dates import months
from kg.extract.finds import Find, flat
from kg.extract.row import Capacity, Row
from kg.extract.words import longest
from kg.model import EntityType

Part = tuple[int, int]
YEAR = 4


@dataclass(slots=True)
class _Told:
    """What the parts read so far have told: the offices that still wait for their institution."""

    waiting: list[Capacity] = field(default_factory=list)
    placed: bool = False
    first: Find | None = None
    """The institution that stands before any office (`Tourismusverband, Geschäftsführer`)."""

    def take_offices(self, found: Sequence[Capacity], *, joined: bool) -> Iterator[Capacity]:
        """Offices: those with an institution are told; one joined by `et` shares it with the one before."""
        shared = found[0].body
        if shared is not None and joined and len(self.waiting) == 1:
            yield replace(self.waiting.pop(), body=shared)
        self.waiting.extend(c for c in found if c.body is None)
        placed = [c for c in found if c.body is not None]
        self.placed = self.placed or bool(placed)
        yield from placed

    def take_body(self, body: Find) -> Iterator[Capacity]:
        """An institution by itself: of the offices that wait for one, else an affiliation if it is the first."""
        if self.waiting:
            yield from (replace(c, body=body) for c in self.waiting)
        elif not self.placed:
            self.first = body
            yield Capacity(None, 0, 0, body)
        self.waiting, self.placed = [], True


def read(row: Row, i: int, stop: int, *, listed: bool) -> Iterator[Capacity]:
    """The capacities in the words from `i` to `stop`. Where `listed`, a part without an office is an affiliation."""
    told, parts = _Told(), list(_parts(row, i, stop))
    for n, (a, b) in enumerate(parts):
        office = _office(row, a, b)
        if n and row.words[a].gap == "/":
            continue
        if (
            office is not None
            and told.waiting + [1] * told.placed
            and row.words[a].fold in lexicon.words("offices.portfolios")
        ):
            continue
        if n and not listed and office is not None and row.words[office[1] - 1].fold in _several():
            break
        if office is not None and office[1] <= b:
            following = parts[n + 1] if listed and n + 1 < len(parts) else None
            joined = a > i and row.words[a - 1].fold in lexicon.words("grammar.joins")
            yield from told.take_offices(_offices(row, office, b, following), joined=joined)
            continue
        body = bodies.affiliation(row, a, b, listed=listed)
        if body is not None:
            land = listed and not told.waiting and _of_a_land(row, body, parts[n + 1 : n + 2])
            yield from () if land else told.take_body(body)
        elif not listed:
            break
    yield from (replace(c, body=told.first) if listed and c.body is None else c for c in told.waiting)


@cache
def _several() -> frozenset[str]:
    """Offices of several: behind a comma they begin another clause (`X, chair of Y, experts discussed Z`)."""
    return lexicon.words("offices.plurals") - lexicon.words("offices.heads")


def _offices(row: Row, office: Part, stop: int, following: Part | None) -> Sequence[Capacity]:
    """The capacities of one part; where the next is an institution, this one's unknown name is part of the office."""
    found = list(_of_office(row, office, stop))
    if following is not None and _unsure(row, found) and _body_next(row, following):
        return [_capacity(row, office[0], stop, None)]
    return found


def _office(row: Row, a: int, b: int) -> tuple[int, int] | None:
    """The office of a part, behind `aussi`, `who is also`, `seit 2020`."""
    hit = longest(row.words, a, lexicon.phrases("grammar.skipped"))
    first = a if hit is None else hit[0]
    for k in range(first, min(first + (1 if hit is None else 4), b)):
        office = offices.at(row.words, k)
        if office is not None:
            return office
        if row.words[k].shape == "l":
            break
    return None


def _unsure(row: Row, found: Sequence[Capacity]) -> bool:
    """An office with a body that only its capitals showed (`Head of Economic Affairs`)."""
    body = found[0].body
    return body is not None and body.start not in row.names


def _body_next(row: Row, part: tuple[int, int]) -> bool:
    return _office(row, *part) is None and bodies.affiliation(row, *part, listed=True) is not None


def _of_a_land(row: Row, body: Find, following: Sequence[Part]) -> bool:
    """`(Sarre, ministère de l’Économie)`: the territory before the institution that somebody is of."""
    found = bodies.affiliation(row, *following[0], listed=True) if following else None
    known = found is not None and row.names.get(found.start) is not None
    return known and body.type is EntityType.TERRITORY and found is not None and found.type is EntityType.ORGANIZATION


def _parts(row: Row, i: int, stop: int) -> Iterator[tuple[int, int]]:
    """The words cut at commas and brackets, and at an `et` before another office."""
    start = i
    for j in range(i + 1, stop):
        if _cuts(row, start, j):
            yield start, j
            start = j + 1 if row.words[j].fold in lexicon.words("grammar.joins") else j
    if start < stop:
        yield start, stop


def _cuts(row: Row, start: int, j: int) -> bool:
    word = row.words[j]
    if word.fold in lexicon.words("grammar.joins") and j + 1 < len(row.words) and word.gap in "sc":
        office = _office(row, j + 1, len(row.words)) is not None and row.words[j + 1].gap == "s"
        return office or (word.gap == "c" and not row.words[start].fold.startswith("minist"))
    if word.fold in ("who", "qui") and longest(row.words, j + 1, lexicon.phrases("grammar.copulas")) is not None:
        return True
    if word.gap == "c":
        listing = row.words[start].fold.startswith("minist") and word.fold in lexicon.words("grammar.links")
        return not listing or word.text == "a"
    if row.newline(j) and word.capital and not row.links_before(j):
        return offices.at(row.words, j) is not None
    slash = word.gap == "/" and word.start - row.words[j - 1].end > 1
    return slash or word.gap in ";()-:w&" or (word.gap == "p" and '"' not in row.between(j) and not _quoted(row, j))


def _quoted(row: Row, j: int) -> bool:
    return any(q in row.between(j) for q in "«»„“”")


def _of_office(row: Row, office: tuple[int, int], stop: int) -> Iterator[Capacity]:
    first, head = office
    stop = _before_charge(row, first, head, _before_date(row, head, stop))
    found = next(bodies.behind(row, head, stop), None)
    if found is None:
        body = bodies.fallback(row, first, head, stop)
        if body is not None and _field(row, row.index(body.start)):
            body = None
        end = _trimmed(row, stop, head) if body is None else _without_links(row, row.index(body.start), head)
        yield _capacity(row, first, end, body)
        return
    at, body = found
    if body.start not in row.names and _field(row, at):
        yield _capacity(row, first, stop, None)
        return
    at, body = _longer(row, (first, head, stop), at, body)
    if _portfolio(row, first, at, body):
        yield _capacity(row, first, row.index(body.end), None)
        return
    end = _without_links(row, at, head)
    yield _capacity(row, first, end, body)
    second = row.index(body.end)
    if second < stop and row.words[second].fold in lexicon.words("grammar.joins"):
        for _, other in bodies.behind(row, second + 1, min(stop, second + 4)):
            yield _capacity(row, first, end, other)
            break


def _before_charge(row: Row, first: int, head: int, stop: int) -> int:
    """`vice-président du Pôle en charge de l’emploi`: the body stands before what its office is for."""
    charges = lexicon.phrases("offices.portfolios", "offices.charges")
    cut = next((n for n in range(head + 2, stop) if longest(row.words, n, charges) is not None), stop)
    if cut == stop:
        return stop
    known = next(bodies.behind(row, head, cut), None) is not None
    return cut if known or bodies.fallback(row, first, head, cut) is not None else stop


def _longer(row: Row, office: tuple[int, int, int], at: int, body: Find) -> tuple[int, Find]:
    """The unknown body that begins like a territory, or that is in one (`head of the Harbourschool in Tornio`)."""
    found = bodies.fallback(row, *office) if body.type is EntityType.TERRITORY else None
    if found is None:
        return at, body
    inside = found.end < body.start and row.words[at - 1].fold in lexicon.words("grammar.local")
    longer = found.start == body.start and found.end > body.end and not _joins(row, body)
    if inside or longer or _called_after(row, found, body):
        return row.index(found.start), found
    return at, body


def _called_after(row: Row, found: Find, body: Find) -> bool:
    """`directeur du Vivat d’Armentières`: a house that bears the name of its town."""
    i, at = row.index(found.start), row.index(body.start)
    linked = at == i + 2 and found.end == body.end and row.words[i + 1].fold in lexicon.words("grammar.name_links")
    office = offices.head(row.words, i) is not None or row.words[i].fold in lexicon.words("grammar.openers")
    return linked and row.words[i].shape == "C" and not office and not _field(row, i)


def _joins(row: Row, body: Find) -> bool:
    """`Mayor of Derry and Strabane`: a second place follows the first."""
    after = row.index(body.end)
    return after < len(row.words) and row.words[after].fold in lexicon.words("grammar.joins")


def _trimmed(row: Row, end: int, head: int) -> int:
    """Where an office ends: without the small words that lead on to something else."""
    small = lexicon.words("grammar.joins", "grammar.links", "grammar.after_office")
    while end > head and row.words[end - 1].shape == "l" and row.words[end - 1].fold in small:
        end -= 1
    return end


def _field(row: Row, i: int) -> bool:
    """`Head of Finance`, `Leiter Kommunikation`: what an office is for, no body."""
    return row.words[i].fold in lexicon.words("offices.fields")


def _before_date(row: Row, head: int, stop: int) -> int:
    """Where an office and its body end before the days in which it is held (`directrice jusqu’au 31 mars`)."""
    dated = next((n for n in range(head, stop) if row.words[n].shape == "0" and _dates(row, n)), None)
    if dated is None:
        return stop
    small = lexicon.words("calendar.openers") | _leading()
    while dated > head and row.words[dated - 1].fold in small:
        dated -= 1
    return max(dated, head)


def _dates(row: Row, n: int) -> bool:
    """A year, or a day with its month."""
    word = row.words[n]
    year = len(word.text) == YEAR and word.text.isdecimal() and word.text[:2] in ("19", "20")
    after = row.words[n + 1].fold if n + 1 < len(row.words) else ""
    return year or (word.text[:1].isdigit() and after in months())


@cache
def _leading() -> frozenset[str]:
    """The words, one by one, that lead to a day."""
    phrases = lexicon.words("calendar.beginnings", "calendar.endings", "calendar.months")
    return frozenset(w for phrase in phrases for w in phrase.split()) | {"l", "d", "la", "periode", "pour", "mandat"}


def _portfolio(row: Row, first: int, at: int, body: Find) -> bool:
    """`ministre à la Grande Région`, `Deputy Mayor for Housing`: what an office is for, not of."""
    if body.type is not EntityType.TERRITORY or not row.words[first].fold.startswith("minist"):
        return False
    return any(row.words[n].fold in ("a", "fur", "for") for n in range(max(first, at - 2), at))


def _capacity(row: Row, first: int, end: int, body: Find | None) -> Capacity:
    start, stop = row.words[first].start, row.words[end - 1].end
    return Capacity(flat(row.text[start:stop]), start, stop, body)


def _without_links(row: Row, at: int, head: int) -> int:
    """Where the office ends before its body: without links, and without `the Dutch town of`, `la ville de`."""
    while at > head:
        word = row.words[at - 1]
        kind = word.shape == "l" and word.fold in lexicon.words("territories.kinds")
        adjective = row.words[at].fold in lexicon.words("territories.kinds") and word.fold not in ("of", "de")
        inside = word.fold in lexicon.words("grammar.contracted")
        if not (word.fold in lexicon.words("grammar.links") or kind or inside or (adjective and at - 1 > head)):
            break
        at -= 1
    return at
