"""Who took part in which event, and as what: by the line a name stands in, the heading over it, the verb beside it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract import lexicon, outline, sentences
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.sentences import Cue
from kg.extract.words import longest
from kg.model import BlockKind, EntityType, Role
from kg.text.normal import fold

ACTIVE = (Role.MODERATOR, Role.SPEAKER, Role.ATTENDEE, Role.HOST)
"""What a person may be by the verb of a sentence."""
BACKING = (Role.ORGANIZER, Role.PARTNER, Role.HOST)
"""What a body may be by the verb of a sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an event (its number), with the stretch of text that says so."""

    agent: Find
    event: int
    role: Role
    start: int
    end: int


def find(page: Page, drafts: Sequence[Draft], scenes: Sequence[Scene], finds: Sequence[Find]) -> tuple[Part, ...]:
    """Every part that the scenes show, each once, in the order of the text."""
    by_line = {s.line.start: within(finds, s.line.start, s.line.end) for s in scenes}
    parts = [p for s in scenes for p in _in_scene(page, drafts, s, by_line[s.line.start])]
    seen: dict[tuple[str, int, Role], Part] = {}
    for part in sorted(parts, key=lambda p: p.start):
        seen.setdefault((part.agent.name, part.event, part.role), part)
    active = {(name, event) for name, event, role in seen if role in (Role.SPEAKER, Role.MODERATOR)}
    return tuple(p for p in seen.values() if p.role is not Role.ATTENDEE or (p.agent.name, p.event) not in active)


def _in_scene(page: Page, drafts: Sequence[Draft], scene: Scene, finds: Sequence[Find]) -> Iterator[Part]:
    people = [f for f in finds if f.type is EntityType.PERSON]
    bodies = [f for f in finds if f.type is EntityType.ORGANIZATION or _acting(f)]
    if scene.item or (scene.role is not None and not outline.sentence(page.text, scene.line)):
        role, before = _line_role(scene.line, people) or scene.role or Role.SPEAKER, -1
        for person in people:
            i = bisect_left(scene.line.words, person.start, key=lambda w: w.start)
            role = (_inline(scene.line, before, i) if before >= 0 else None) or role
            before = bisect_left(scene.line.words, person.end, key=lambda w: w.start)
            yield _part(person, scene, role)
        if scene.role in BACKING and not people:
            yield from (_part(b, scene, scene.role) for b in bodies)
        return
    for first, stop in sentences.split(page.text, scene.line):
        yield from _in_sentence(scene, (first, stop), people, bodies)


def _inline(line: Line, first: int, stop: int) -> Role | None:
    """The role that a label inside a line gives to the next person (`Gespräch mit X. Moderation: Y`)."""
    for i in range(stop - 1, first - 1, -1):
        hit = longest(line.words, i, lexicon.kinds("roles.labels"))
        if hit is not None and hit[0] < len(line.words) and line.words[hit[0]].gap == ":" and hit[0] <= stop:
            return Role(hit[1]) if hit[1] in (Role.MODERATOR, Role.SPEAKER, Role.ATTENDEE) else None
        hit = longest(line.words, i, lexicon.kinds("roles.lines"))
        if hit is not None and hit[0] == stop and hit[1] == Role.MODERATOR:
            return Role.MODERATOR
    return None


def _acting(find: Find) -> bool:
    """A territory named with the word for its kind acts as a body (`die Region Grand Est`, `la Ville de Metz`)."""
    if find.type is not EntityType.TERRITORY:
        return False
    return fold(find.form).startswith(_kinds())


@cache
def _kinds() -> tuple[str, ...]:
    """The words for a territory's kind, each as it leads a name."""
    return tuple(f"{head} " for head in sorted(lexicon.words("territories.heads")))


def _part(agent: Find, scene: Scene, role: Role) -> Part:
    return Part(agent, scene.event, role, agent.start, agent.end)


def _line_role(line: Line, people: Sequence[Find]) -> Role | None:
    """The role that the words before the first person give (`Débat animé par X`)."""
    first = next((i for i, w in enumerate(line.words) if people and w.start >= people[0].start), 0)
    for i in range(first - 1, -1, -1):
        for name in ("roles.lines", "roles.labels"):
            hit = longest(line.words, i, lexicon.kinds(name))
            if hit is not None and hit[0] <= first and hit[1] in (Role.MODERATOR, Role.ATTENDEE):
                return Role(hit[1])
    return None


def _in_sentence(scene: Scene, span: tuple[int, int], people: Sequence[Find], bodies: Sequence[Find]) -> Iterator[Part]:
    words = scene.line.words
    begin, end = words[span[0]].start, words[span[1] - 1].end
    here = within(people, begin, end)
    cues = sentences.cues(words, *span, lexicon.kinds("roles.verbs"))
    for person in here:
        role = _role_of(scene, person, cues) or _floor(scene, person, span[0])
        if role is not None:
            yield Part(person, scene.event, role, begin, end)
    yield from _backers(scene, cues, within(bodies, begin, end), here)


def _floor(scene: Scene, person: Find, first: int) -> Role | None:
    """`M. X demande ...` in minutes: who a sentence begins with speaks."""
    words = scene.line.words
    i = bisect_left(words, person.start, key=lambda w: w.start)
    behind = bisect_left(words, person.end, key=lambda w: w.start)
    verb = behind < len(words) and words[behind].gap == "s" and words[behind].shape == "l"
    return Role.SPEAKER if scene.minutes and i - first <= 1 and verb else None


def _role_of(scene: Scene, person: Find, cues: Sequence[Cue]) -> Role | None:
    i = bisect_left(scene.line.words, person.start, key=lambda w: w.start)
    near = [c for c in cues if Role(c.key) in ACTIVE]
    if near:
        return Role(min(near, key=lambda c: (sentences.distance(c, i), c.first)).key)
    caption = scene.line.kind is BlockKind.CAPTION
    return Role.ATTENDEE if caption or scene.role is Role.ATTENDEE else scene.role


def _backers(scene: Scene, cues: Sequence[Cue], bodies: Sequence[Find], people: Sequence[Find]) -> Iterator[Part]:
    words = scene.line.words
    for n, cue in enumerate(cues):
        role = Role(cue.key)
        if role not in BACKING:
            continue
        low = words[cue.first].start
        high = words[cue.stop - 1].end
        limit = words[cues[n + 1].first].start if n + 1 < len(cues) else words[-1].end
        floor = words[cues[n - 1].stop - 1].end if n else 0
        after = [b for b in bodies if high <= b.start < limit]
        before = [b for b in bodies if floor <= b.start and b.end <= low]
        passive = words[cue.stop - 1].fold in lexicon.words("grammar.agents")
        chosen = _clause(scene, after) if passive else (_clause(scene, before) or _clause(scene, after))
        yield from (Part(b, scene.event, role, b.start, b.end) for b in chosen)


def _clause(scene: Scene, bodies: Sequence[Find]) -> Sequence[Find]:
    return bodies[:6]


def labelled(page: Page, labels: Sequence[tuple[Line, str, int, int]], finds: Sequence[Find]) -> Iterator[Part]:
    """The parts that labelled lines give (`Veranstalter: X`, `Moderation: Y`)."""
    for line, fact, first, event in labels:
        if fact in ("place", "time", "date"):
            continue
        begin = line.words[first].start
        here = [f for f in finds if begin <= f.start < line.end]
        people = [f for f in here if f.type is EntityType.PERSON]
        bodies = [f for f in here if f.type is EntityType.ORGANIZATION or _acting(f)]
        backing = Role(fact) in BACKING
        for agent in (bodies or people) if backing else people:
            yield Part(agent, event, Role(fact), agent.start, agent.end)


def by_agent(parts: Sequence[Part]) -> Mapping[str, list[Part]]:
    """Parts by the agent's name."""
    out: dict[str, list[Part]] = {}
    for part in parts:
        out.setdefault(part.agent.name, []).append(part)
    return out
