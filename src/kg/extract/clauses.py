"""Who took part by what a sentence says: the verb beside a name, who is its subject and who its object.

`X begrüßte Y`: X speaks, Y is there. `X a rendu hommage à Y`: Y need not be there. `The group was led by X`: X came
along. A body organises, supports or hosts where a verb says so, or a noun with `is` (`Partner sind A und B`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract import backing, conducting, debates, floor, lexicon, occasions, offices, quoting, sentences, separable
from kg.extract.drafts import Scene
from kg.extract.finds import Find, within
from kg.extract.sentences import Cue
from kg.extract.words import Word, find, longest
from kg.model import BlockKind, EntityType, Role
from kg.text.normal import fold

ACTIVE = (Role.MODERATOR, Role.SPEAKER, Role.ATTENDEE, Role.HOST)
"""What a person may be by the verb of a sentence."""
BACKING = (Role.ORGANIZER, Role.PARTNER, Role.HOST)
"""What a body may be by the verb of a sentence."""
MOST = 6
"""No verb has more bodies for its subject."""
AGENT = 14
"""So many words, those of an office, may stand between `by` and who did it."""
CREDIT = 4
"""So many words may stand between `Foto` and who took it."""
NOUN = 8
"""So many words may stand between `Gastgeberin` and its `war`."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an event (its number), with the stretch of text that says so."""

    agent: Find
    event: int
    role: Role
    start: int
    end: int


def split(text: str, scene: Scene) -> Iterator[tuple[int, int]]:
    """The clauses of a scene that each say who did what: its sentences, cut at semicolons before a verb's clause."""
    words, verbs = scene.line.words, lexicon.kinds("roles.verbs")
    for first, stop in sentences.split(text, scene.line):
        start, marks = first, [i for i in range(first + 1, stop) if words[i].gap == ";"]
        for i, after in pairwise([*marks, stop]):
            if find(words[i:after], verbs) is not None:
                yield start, i
                start = i
        yield start, stop


def read(
    text: str, scene: Scene, span: tuple[int, int], people: Sequence[Find], bodies: Sequence[Find]
) -> Iterator[Part]:
    """The parts that one clause tells of."""
    words = scene.line.words
    begin, end = words[span[0]].start, words[span[1] - 1].end
    here, near = within(people, begin, end), within(bodies, begin, end)
    if not here and not near:
        return
    told = sentences.cues(words, *span, lexicon.kinds("roles.verbs"))
    cues = [_led(scene, c) for c in told if not _lasting(words, c.first)]
    verbs = conducting.cues(words, span, separable.joined(words, span, cues))
    for person in here:
        role = _role_of(text, scene, span, (person, here, verbs)) or floor.held(scene, person, span)
        if role is not None:
            yield Part(person, scene.event, role, begin, end)
    if not scene.minutes:
        yield from _backers(scene, span, cues, near, here)
    yield from _named_so(scene, span, [*near, *here])


def _lasting(words: Sequence[Word], i: int) -> bool:
    """`who has chaired the network since 2024`: what somebody does for years, not at the event."""
    return i > 1 and words[i - 1].fold in ("has", "had") and words[i - 2].fold == "who"


def _led(scene: Scene, cue: Cue) -> Cue:
    """`The group was led by X`, `la délégation emmenée par X`: who leads those who travel came along."""
    said = " ".join(w.fold for w in scene.line.words[cue.first : cue.stop])
    if said not in lexicon.words("roles.leading"):
        return cue
    groups = lexicon.phrases("roles.groups")
    grouped = any(longest(scene.line.words, i, groups) is not None for i in range(len(scene.line.words)))
    return Cue(cue.first, cue.stop, Role.ATTENDEE.value) if grouped else cue


def _role_of(
    text: str, scene: Scene, span: tuple[int, int], told: tuple[Find, Sequence[Find], Sequence[Cue]]
) -> Role | None:
    words, (person, people, cues) = scene.line.words, told
    i = bisect_left(words, person.start, key=lambda w: w.start)
    if _credited(words, i):
        return None
    beside = (backing.told(words, span[0], i) if scene.own else None) or _by_place(text, words, span[0], i)
    if beside is not None:
        return beside
    near = [c for c in cues if Role(c.key) in ACTIVE and not debates.led_before(words, c, i, people)]
    if near:
        return _by_verb(words, span, person, people, near)
    if scene.role is None and quoting.claims(words, _index(words, person.end) - 1, span[1], people):
        return Role.SPEAKER
    caption = scene.line.kind is BlockKind.CAPTION
    return Role.ATTENDEE if caption or scene.role is Role.ATTENDEE else scene.role


def _by_place(text: str, words: Sequence[Word], first: int, i: int) -> Role | None:
    """Whom an event is for is there; who has just been quoted speaks."""
    if _honoured(words, first, i):
        return Role.ATTENDEE
    return Role.SPEAKER if quoting.quoted(text, words, first, i) else None


def _by_verb(
    words: Sequence[Word], span: tuple[int, int], person: Find, people: Sequence[Find], near: Sequence[Cue]
) -> Role | None:
    """What the verb says that is a person's own, or else the nearest one."""
    i = _index(words, person.start)
    own = _second(words, i, near, people) or _done_by(words, i, near, people)
    cue = conducting.meant(words, own or min(near, key=lambda c: (sentences.distance(c, i), c.first)), near)
    if Role(cue.key) is Role.ATTENDEE and debates.on_stage(words, span[0], cue):
        return Role.SPEAKER
    if Role(cue.key) is Role.MODERATOR and cue.stop <= i and debates.led_by_another(words, span, cue, people):
        return Role.SPEAKER
    if i >= cue.stop and _object(words, span, cue, person, people):
        return _of_object(words, cue)
    return Role(cue.key)


def _credited(words: Sequence[Word], i: int) -> bool:
    """`Foto: X`, `Photo GTF/X`, `© X`: who took a picture takes no part."""
    return any(w.fold in lexicon.words("page.credits") for w in words[max(0, i - CREDIT) : i])


def _honoured(words: Sequence[Word], first: int, i: int) -> bool:
    """`a farewell reception for X`, `Festakt zu Ehren von X`: whom an event is for is there."""
    while i > first and words[i - 1].fold in lexicon.words("honorifics"):
        i -= 1
    for length in (4, 3, 2, 1):
        j = i - length
        hit = longest(words, j, lexicon.phrases("events.honouring")) if j > first else None
        if hit is not None and hit[0] == i:
            return any(occasions.event_word(words, n) == j for n in range(max(first, j - 3), j))
    return False


def _second(words: Sequence[Word], i: int, cues: Sequence[Cue], people: Sequence[Find]) -> Cue | None:
    """`A opened the day, and B, mayor of C, moderated`: behind a joining word the verb comes after the name."""
    joined = i > 0 and words[i - 1].fold in lexicon.words("grammar.joins") and words[i - 1].gap == "c"
    before = [c for c in cues if c.stop <= i]
    after = next((c for c in cues if c.first > i), None)
    if not joined or not before or after is None:
        return None
    between = [p for p in people if words[i].start < p.start < words[after.first].start]
    return None if between else after


def _done_by(words: Sequence[Word], i: int, cues: Sequence[Cue], people: Sequence[Find]) -> Cue | None:
    """`Accueillis par le président de Y, X, les membres ont débattu`: the first name behind `by` is the doer."""
    cue = next((c for c in reversed(cues) if c.stop <= i), None)
    if cue is None or words[cue.stop - 1].fold not in lexicon.words("grammar.doers") or i - cue.stop > AGENT:
        return None
    between = [p for p in people if words[cue.stop - 1].end <= p.start < words[i].start]
    return cue if all(debates.side_by_side(words, p, i) for p in between) else None


def _of_object(words: Sequence[Word], cue: Cue) -> Role | None:
    """What somebody is to whom a verb is done: the greeted are there, the praised need not be."""
    said = " ".join(w.fold for w in words[cue.first : cue.stop])
    return Role.ATTENDEE if said in lexicon.words("roles.objects.attendee") else None


def _object(words: Sequence[Word], span: tuple[int, int], cue: Cue, person: Find, people: Sequence[Find]) -> bool:
    """True where a verb that is done to people has its subject before it, or another person right behind it."""
    said = " ".join(w.fold for w in words[cue.first : cue.stop])
    if said not in _done():
        return False
    if find(words[cue.stop : _index(words, person.start)], lexicon.phrases("grammar.jointly")) is not None:
        return False
    low, high = words[span[0]].start, words[cue.first].start
    if any(low <= p.start < high for p in people) or _subject(words, span[0], cue.first):
        return True
    first = next(p for p in people if p.start >= words[cue.stop - 1].end)
    between = words[_index(words, first.end) : _index(words, person.start)]
    return person is not first and not any(w.fold in lexicon.words("grammar.joins") for w in between)


@cache
def _done() -> frozenset[str]:
    return frozenset(w for key in lexicon.keys("roles.objects") for w in lexicon.words(f"roles.objects.{key}"))


def _subject(words: Sequence[Word], first: int, stop: int) -> bool:
    """A pronoun or an office before the verb is its subject."""
    pronouns = lexicon.words("grammar.pronouns", "grammar.subjects")
    return any(w.fold in pronouns for w in words[first:stop])


def _index(words: Sequence[Word], offset: int) -> int:
    return bisect_left(words, offset, key=lambda w: w.start)


def acting(named: Find) -> bool:
    """A territory named with the word for its kind acts as a body (`die Region Grand Est`, `la Ville de Metz`)."""
    if named.type is not EntityType.TERRITORY:
        return False
    return fold(named.form).startswith(_kinds())


@cache
def _kinds() -> tuple[str, ...]:
    """The words for a territory's kind, each as it leads a name."""
    return tuple(f"{head} " for head in sorted(lexicon.words("territories.heads")))


def _backers(
    scene: Scene, span: tuple[int, int], cues: Sequence[Cue], finds: Sequence[Find], people: Sequence[Find]
) -> Iterator[Part]:
    words = scene.line.words
    begin, end = words[span[0]].start, words[span[1] - 1].end
    for n, cue in enumerate(cues):
        role = Role(cue.key)
        if role not in BACKING:
            continue
        limit = words[cues[n + 1].first].start if n + 1 < len(cues) else end
        floor = words[cues[n - 1].stop - 1].end if n else begin
        bodies = [f for f in finds if f.type is EntityType.ORGANIZATION or acting(f) or _beside(words, f, cue, finds)]
        after = [b for b in bodies if words[cue.stop - 1].end <= b.start < limit and not _held(words, cue, b, people)]
        before = [b for b in bodies if floor <= b.start and b.end <= words[cue.first].start]
        passive = words[cue.stop - 1].fold in lexicon.words("grammar.agents")
        chosen = after if passive else (before or after)
        yield from (
            Part(b, scene.event, role, min(b.start, words[cue.first].start), max(b.end, words[cue.stop - 1].end))
            for b in chosen[:MOST]
        )


def _held(words: Sequence[Word], cue: Cue, body: Find, people: Sequence[Find]) -> bool:
    """`received by X, president of the Y`, `hosted by the mayor of Y`: the body is what somebody holds an office in."""
    begin = words[cue.stop - 1].end
    return any(begin <= p.start < body.start for p in people) or _of_office(words, cue.stop, body)


def _of_office(words: Sequence[Word], first: int, body: Find) -> bool:
    """True where an office stands between word `first` and a body."""
    return any(offices.head(words, i) is not None for i in range(first, _index(words, body.start)))


def _beside(words: Sequence[Word], named: Find, cue: Cue, finds: Sequence[Find]) -> bool:
    """A territory that stands for its authority: side by side with bodies, as the subject right before the verb."""
    if named.type is not EntityType.TERRITORY or named.end > words[cue.first].start:
        return False
    i = _index(words, named.start)
    before = words[i - 1] if i else None
    if before is not None and before.fold in lexicon.words("grammar.where", "grammar.name_links", "grammar.local"):
        return False
    if before is not None and before.capital and words[i].gap == "s" and i > 1:
        return False
    small = lexicon.words("grammar.joins", "grammar.articles")
    covered = [(f.start, f.end) for f in finds]
    between = words[_index(words, named.end) : cue.first]
    return all(w.fold in small or w.shape == "U" or any(a <= w.start < b for a, b in covered) for w in between)


def _named_so(scene: Scene, span: tuple[int, int], finds: Sequence[Find]) -> Iterator[Part]:
    """`Partner des Abends ist X`, `Gastgeberin war Y`, `The organisers were X and Y`: a noun, a copula, the names."""
    words = scene.line.words
    for i in range(span[0], min(span[0] + 3, span[1])):
        hit = longest(words, i, lexicon.kinds("roles.labels"))
        if hit is None or Role(hit[1]) not in BACKING:
            continue
        copula = next((j for j in range(hit[0], min(hit[0] + NOUN, span[1])) if words[j].fold in _copulas()), None)
        if copula is None:
            return
        end = words[span[1] - 1].end
        named = [f for f in finds if words[copula].end <= f.start and (f.type is not EntityType.TERRITORY or acting(f))]
        patron = " ".join(w.fold for w in words[i : hit[0]]) in lexicon.words("roles.patrons")
        people = [f for f in named if f.type is EntityType.PERSON] if patron else []
        bodies = [f for f in named if f.type is not EntityType.PERSON and not _of_office(words, copula + 1, f)]
        yield from (Part(f, scene.event, Role(hit[1]), words[i].start, end) for f in (people or bodies)[:MOST])
        return


@cache
def _copulas() -> frozenset[str]:
    return lexicon.words("grammar.copulas", "grammar.plural_copulas")
