"""Who took part in which event, and as what: by the line a name stands in, the heading over it, the verb beside it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extract import accounts, backing, clauses, lexicon, outline, sentences
from kg.extract.clauses import BACKING, Part
from kg.extract.drafts import Draft, Scene, kind_of
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.words import longest, split
from kg.model import BlockKind, EntityType, EventKind, Role


def find(page: Page, drafts: Sequence[Draft], scenes: Sequence[Scene], finds: Sequence[Find]) -> tuple[Part, ...]:
    """Every part that the scenes show, each once, in the order of the text."""
    by_line = {s.line.start: within(finds, s.line.start, s.line.end) for s in scenes}
    parts = [p for s in scenes for p in _in_scene(page, drafts, s, by_line[s.line.start])]
    seen: dict[tuple[str, int, Role], Part] = {}
    for part in sorted(parts, key=lambda p: p.start):
        seen.setdefault((part.agent.name, part.event, part.role), part)
    active = {(name, event) for name, event, role in seen if role in (Role.SPEAKER, Role.MODERATOR)}
    return tuple(p for p in seen.values() if p.role is not Role.ATTENDEE or _also_there(drafts, p, active))


def _also_there(drafts: Sequence[Draft], part: Part, active: set[tuple[str, int]]) -> bool:
    """Who speaks is there; only in the report of a journey both are told, to come along and to speak."""
    draft = drafts[part.event]
    journey = (
        draft.prose and draft.last is not None and kind_of(split(draft.title, 0, len(draft.title))) is EventKind.VISIT
    )
    return (part.agent.name, part.event) not in active or journey


def _in_scene(page: Page, drafts: Sequence[Draft], scene: Scene, finds: Sequence[Find]) -> Iterator[Part]:
    if not finds:
        return
    people = [] if _tallied(page.text, scene.line) else [f for f in finds if f.type is EntityType.PERSON]
    bodies = [f for f in finds if f.type is EntityType.ORGANIZATION or clauses.acting(f)]
    if (scene.item and not _runs_on(page, scene)) or (
        scene.role is not None and not outline.sentence(page.text, scene.line)
    ):
        role, before = _line_role(scene.line, people) or scene.role or _listed(drafts[scene.event]), -1
        for person in people:
            i = bisect_left(scene.line.words, person.start, key=lambda w: w.start)
            role = (backing.inline(scene.line.words, before, i) if before >= 0 else None) or role
            before = bisect_left(scene.line.words, person.end, key=lambda w: w.start)
            role = Role.MODERATOR if scene.role is Role.ATTENDEE and _chairs(scene.line, before) else role
            yield _part(page, scene.line, person, scene.event, role)
        if scene.role in BACKING and not people:
            yield from (_part(page, scene.line, b, scene.event, scene.role) for b in bodies)
        yield from (_part(page, scene.line, b, scene.event, r) for b, r in backing.inside(scene.line, bodies))
        return
    yield from (_part(page, scene.line, b, scene.event, r) for b, r in backing.inside(scene.line, bodies))
    if scene.line.kind is BlockKind.HEADING:
        people = []  # `Thanks to X`: a headline says who organises, but not who spoke
    named = [f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)]
    for span in clauses.split(page.text, scene):
        if not drafts[scene.event].ahead and accounts.on_next(scene.line.words[slice(*span)]):
            continue
        yield from clauses.read(page.text, scene, span, people, named)


def _listed(draft: Draft) -> Role:
    """As what those take part whom an item of a programme merely names: they sign where it is a signing, else speak."""
    words = split(draft.title, 0, len(draft.title))
    signs = bool(words) and longest(words, 0, lexicon.phrases("events.signings")) is not None
    return Role.ATTENDEE if signs else Role.SPEAKER


_TALLY = re.compile(r"\.{4}\s*\d{1,5}\s*(?:voix|Stimmen|votes?)\b|\b\d{1,5}\s(?:voix|Stimmen|votes)\s*$")


def _tallied(text: str, line: Line) -> bool:
    """`Nora Blanc ...... 56 voix`: how many voted for somebody, who does nothing there."""
    return _TALLY.search(text, line.start, line.end) is not None and not outline.sentence(text, line)


def _runs_on(page: Page, scene: Scene) -> bool:
    """`Die Wahl leitet Frau X. Gewählt werden:` in minutes: sentences, though the last one leads to a list."""
    ends = page.text[scene.line.start : scene.line.end].rstrip().endswith(":")
    return scene.minutes and ends and outline.runs(page.text, scene.line)


def _chairs(line: Line, i: int) -> bool:
    """`Mary Byrne (Chair)`, `Mary Byrne, Mayor of Derry, in the chair` in a list of those present."""
    phrases = lexicon.phrases("roles.labels.moderator", "roles.chairing")
    for n in range(i, len(line.words)):
        hit = longest(line.words, n, phrases) if line.words[n].gap in "(c" else None
        if hit is not None and (hit[0] == len(line.words) or line.words[hit[0]].gap == ")"):
            return True
    return False


def _part(page: Page, line: Line, agent: Find, event: int, role: Role) -> Part:
    """A part with the stretch of its line that states it: a sentence, or what stands between semicolons."""
    words = line.words
    i = bisect_left(words, agent.end, key=lambda w: w.start) - 1
    first, stop = next((a, b) for a, b in sentences.split(page.text, line) if i < b)
    begin = next((n for n in range(i, first, -1) if words[n].gap == ";"), first)
    end = next((n for n in range(i + 1, stop) if words[n].gap == ";"), stop)
    return Part(agent, event, role, min(words[begin].start, agent.start), max(words[end - 1].end, agent.end))


def _line_role(line: Line, people: Sequence[Find]) -> Role | None:
    """The role that the words before the first person give (`Débat animé par X`)."""
    first = next((i for i, w in enumerate(line.words) if people and w.start >= people[0].start), 0)
    both = (lexicon.kinds("roles.lines"), lexicon.kinds("roles.labels"))
    for i in range(first - 1, -1, -1):
        for phrases in both:
            hit = longest(line.words, i, phrases) if line.words[i].fold in phrases.starting else None
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
            own = agent in bodies if (role in BACKING and bodies) or not people else agent in people
            if own:
                yield _part(page, line, agent, event, role)
