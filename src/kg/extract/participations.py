"""Who took part in which event, and as what: by the line a name stands in, the heading over it, the verb beside it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from kg.extract import backing, clauses, lexicon, outline
from kg.extract.clauses import BACKING, Part
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.words import longest
from kg.model import EntityType, Role


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
    bodies = [f for f in finds if f.type is EntityType.ORGANIZATION or clauses.acting(f)]
    if scene.item or (scene.role is not None and not outline.sentence(page.text, scene.line)):
        role, before = _line_role(scene.line, people) or scene.role or Role.SPEAKER, -1
        for person in people:
            i = bisect_left(scene.line.words, person.start, key=lambda w: w.start)
            role = (backing.inline(scene.line.words, before, i) if before >= 0 else None) or role
            before = bisect_left(scene.line.words, person.end, key=lambda w: w.start)
            yield _part(person, scene, role)
        if scene.role in BACKING and not people:
            yield from (_part(b, scene, scene.role) for b in bodies)
        yield from (_part(body, scene, role) for body, role in backing.inside(scene.line, bodies))
        return
    yield from (_part(body, scene, role) for body, role in backing.inside(scene.line, bodies))
    named = [f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)]
    for span in clauses.split(page.text, scene):
        yield from clauses.read(scene, span, people, named)


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


def labelled(page: Page, labels: Sequence[tuple[Line, str, int, int]], finds: Sequence[Find]) -> Iterator[Part]:
    """The parts that labelled lines give (`Veranstalter: X`, `Moderation: Y`)."""
    for line, fact, first, event in labels:
        if fact in ("place", "time", "date", "end"):
            continue
        begin, known = line.words[first].start, backing.labels(line.words, first)
        here = [f for f in finds if begin <= f.start < line.end]
        people = [f for f in here if f.type is EntityType.PERSON]
        bodies = [f for f in here if f.type is EntityType.ORGANIZATION or clauses.acting(f)]
        for agent in (*people, *bodies):
            role = backing.role_of(line.words, known, agent, Role(fact))
            own = agent in bodies if role in BACKING and bodies else agent in people
            if own:
                yield Part(agent, event, role, agent.start, agent.end)


def by_agent(parts: Sequence[Part]) -> Mapping[str, list[Part]]:
    """Parts by the agent's name."""
    out: dict[str, list[Part]] = {}
    for part in parts:
        out.setdefault(part.agent.name, []).append(part)
    return out
