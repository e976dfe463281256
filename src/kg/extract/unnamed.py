"""Office-holders without a name: `Le Président et le Secrétaire Général de l’IGR étaient présents`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract import clauses, lexicon, offices, outline, pieces, sentences
from kg.extract.drafts import Scene
from kg.extract.finds import Find, Page, within
from kg.extract.row import Capacity, Held, Row
from kg.extract.sentences import Cue
from kg.extract.words import Word, longest
from kg.model import Role
from kg.text.normal import fold

ACTIVE = (Role.MODERATOR, Role.SPEAKER, Role.ATTENDEE, Role.HOST)
CLAUSE, LONGEST = 30, 80
"""The longest clause of an office in words, and the longest name in characters."""
FEWEST = 2
"""The holders of an office in the plural are so many at least."""
NEAR = 2
"""A name so many words behind an office is its holder's."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An office whose holder took part, with the sentence that says so."""

    capacity: Capacity
    event: int
    role: Role
    start: int
    end: int


def find(
    page: Page, scenes: Sequence[Scene], held: Sequence[Held], people: Sequence[Find], names: Mapping[int, Find]
) -> tuple[Holder, ...]:
    """The offices that a line or sentence says were there, where the page names nobody who holds them."""
    known = {fold(h.capacity.position) for h in held if h.capacity.position is not None}
    found = (h for scene in scenes for h in _in_scene(page, scene, people, names))
    return tuple(h for h in found if h.capacity.body is not None or fold(h.capacity.position or "") not in known)


def _in_scene(page: Page, scene: Scene, people: Sequence[Find], names: Mapping[int, Find]) -> Iterator[Holder]:
    row = Row(page.text, scene.line.words, names, True)
    here = within(people, scene.line.start, scene.line.end)
    if (scene.item or scene.role in ACTIVE) and not outline.sentence(page.text, scene.line):
        yield from _listed(row, scene, here)
        return
    for span in clauses.split(page.text, scene):
        if not _holds_office(row.words, span):
            continue
        cues = sentences.cues(row.words, *span, lexicon.kinds("roles.verbs"))
        near = [c for c in cues if Role(c.key) in ACTIVE]
        yield from _told(row, scene, span, near, here)
        yield from _several(row, scene, span, near, here)


def _holds_office(words: Sequence[Word], span: tuple[int, int]) -> bool:
    """True where one of the articles of a clause may bring in an office, or several of a kind."""
    articles, plurals = _articles(), lexicon.phrases("offices.plurals")
    for i in range(*span):
        if words[i].fold in articles and (
            offices.at(words, i) is not None
            or offices.head(words, i + 1) is not None
            or (i + 1 < len(words) and longest(words, i + 1, plurals) is not None)
        ):
            return True
    return False


def _listed(row: Row, scene: Scene, people: Sequence[Find]) -> Iterator[Holder]:
    """A line of its own in a list of those who come: `le sous-préfet de Bayonne`."""
    words = row.words
    lead = words[0].shape == "l" and words[0].fold in lexicon.words("grammar.definite")
    kept = lead or (scene.line.bullet and words[0].fold in lexicon.words("grammar.definite"))
    if people or not kept or offices.at(words, 0) is None:
        return
    stop = next((i for i in range(1, len(words)) if words[i].gap in "(;"), len(words))
    for capacity in pieces.read(row, 0, stop, listed=False):
        if capacity.position is not None:
            yield Holder(capacity, scene.event, scene.role or Role.SPEAKER, words[0].start, words[stop - 1].end)


def _told(
    row: Row, scene: Scene, span: tuple[int, int], cues: Sequence[Cue], people: Sequence[Find]
) -> Iterator[Holder]:
    words, i = row.words, span[0]
    while cues and i < span[1]:
        office = offices.at(words, i) if words[i].fold in _articles() else None
        if office is None or office[0] == i or _predicate(row, i, span[0], people) or not _free(words, i, cues, office):
            i += 1
            continue
        cue = min(cues, key=lambda c: (sentences.distance(c, office[0]), c.first))
        limit = min(cue.first if cue.first >= office[1] else span[1], office[1] + CLAUSE)
        limit = next((j for j in range(office[1], limit) if _verb(words, j)), limit)
        found = [c for c in pieces.read(row, office[0], limit, listed=False) if c.position is not None]
        end = max((row.index(max(c.end, c.body.end if c.body else 0)) for c in found), default=office[1])
        far = row.words[min(end + NEAR, len(row.words) - 1)].end
        if not within(people, row.words[i].start, far):
            for capacity in found:
                yield Holder(capacity, scene.event, Role(cue.key), words[span[0]].start, words[span[1] - 1].end)
        i = max(end, i + 1)


def _several(
    row: Row, scene: Scene, span: tuple[int, int], cues: Sequence[Cue], people: Sequence[Find]
) -> Iterator[Holder]:
    """`The mayors of A and B were there`: one holder for each of the places or bodies."""
    words = row.words
    for i in range(span[0], span[1] if cues else span[0]):
        hit = longest(words, i, lexicon.phrases("offices.plurals")) if i > span[0] else None
        if hit is None and i > span[0] and words[i - 1].fold == "die" and words[i].capital:
            head = offices.head(words, i)  # `die Bürgermeister von A und B`: the article says that they are several
            hit = None if head is None else (head, "")
        if hit is None or words[i - 1].fold not in _articles():
            continue
        bodies = _row_of_bodies(row, hit[0], span[1])
        begin, end = words[i - 1].start, words[span[1] - 1].end
        named = within(people, begin, bodies[-1].end + LONGEST) if bodies else []
        if len(bodies) < FEWEST or named:
            continue
        cue = min(cues, key=lambda c: (sentences.distance(c, i), c.first))
        title = offices.singular(row.text[words[i].start : words[hit[0] - 1].end])
        for body in bodies:
            capacity = Capacity(title, words[i].start, words[hit[0] - 1].end, body)
            yield Holder(capacity, scene.event, Role(cue.key), begin, end)


def _row_of_bodies(row: Row, i: int, stop: int) -> list[Find]:
    """The places or bodies named one after the other from word `i` on, with small words between."""
    small = lexicon.words("grammar.links", "grammar.joins", "grammar.articles") - lexicon.words("grammar.local")
    out: list[Find] = []
    while i < stop:
        found = row.names.get(row.words[i].start)
        if found is not None:
            out.append(found)
            i = max(i + 1, row.index(found.end))
        elif row.words[i].fold in small:
            i += 1
        else:
            break
    return out


@cache
def _articles() -> frozenset[str]:
    """Words before an office that mean its one holder."""
    return lexicon.words("grammar.definite", "grammar.holders")


def _free(words: Sequence[Word], i: int, cues: Sequence[Cue], office: tuple[int, int]) -> bool:
    """No genitive (`Sprecher des Präsidenten`) and no plural: an article that begins the office's phrase."""
    head = " ".join(w.fold for w in words[office[0] : office[1]])
    if head in lexicon.words("offices.plurals") or words[office[1] - 1].fold in lexicon.words("offices.plurals"):
        return False
    if words[i].fold == "die" and words[office[1] - 1].fold.endswith("en"):
        return False
    if any(c.stop in (i, i + 1) for c in cues):
        return True
    before = words[i - 1] if i and words[i].gap == "s" else None
    linked = before is not None and (before.fold in lexicon.words("grammar.name_links") or before.capital)
    return not linked and words[i].fold not in lexicon.words("grammar.genitives")


def _predicate(row: Row, i: int, first: int, people: Sequence[Find]) -> bool:
    """`X, der Präsident`, `X est le maire`: what a named person is."""
    if i == first:
        return False
    before = row.words[i - 1].end
    named = row.words[i].gap == "c" and any(p.end == before for p in within(people, before - LONGEST, before))
    return named or row.words[i - 1].fold in lexicon.words("grammar.copulas")


def _verb(words: Sequence[Word], i: int) -> bool:
    """The word that ends the office's name: `war`, `étaient`."""
    if longest(words, i, lexicon.phrases("page.reported", "page.announced", "grammar.copulas")) is not None:
        return True
    object_ = i + 1 < len(words) and words[i + 1].fold in lexicon.words("grammar.objects")
    return object_ and words[i].shape == "l" and words[i - 1].capital and words[i].fold not in _small()


@cache
def _small() -> frozenset[str]:
    return lexicon.words("grammar.links", "grammar.joins", "grammar.inner", "grammar.after_office")
