"""The parts of a report under headings of their own: `### « Gérer les crues à deux »`, then who led and who spoke.

A heading is a part where it names an event's part (`Atelier 2 – Mobilité`) or is a title in quotation marks, or where
the heading above it announces several (`Zwei Podien`), and people or a label for them stand below.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract import debates, items, lexicon, outline, sentences
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Find, Page
from kg.extract.lines import Line
from kg.extract.state import Agenda
from kg.extract.words import find, longest
from kg.model import BlockKind, EventKind, Role

NEAR = 2
"""Among so many lines below its heading a part names the first who take part."""
TAKEN = 12
"""Among so many first words a paragraph takes up the title above it."""
NUMBERED = 3
"""The number of a part stands among its first so many words."""


def open_parts(page: Page, plan: Agenda, people: Mapping[int, Find]) -> None:
    """Add the parts that headings of a report name, and give them the lines below."""
    owner: dict[int, int] = {}
    above: Line | None = None
    part: tuple[Line, int] | None = None
    events = {scene.line.start: scene.event for scene in plan.scenes}
    for n, line in enumerate(page.lines):
        if line.kind is BlockKind.HEADING:
            above, part = (above if _lower(line, above) else line), None
            event = events.get(line.start)
            if event is not None and plan.drafts[event].prose and _opens(page, n, above, people):
                plan.drafts.append(_draft(page, n, plan.drafts[event], event))
                part = line, len(plan.drafts) - 1
        elif _listed(page, plan, line, events.get(line.start), people):
            owner[line.start] = len(plan.drafts) - 1
            part = None
        if part is not None:
            owner[line.start] = part[1]
    if owner:
        plan.scenes[:] = [_moved(plan.drafts, scene, owner, people) for scene in plan.scenes]
        plan.labels = [(line, fact, first, owner.get(line.start, event)) for line, fact, first, event in plan.labels]


def _listed(page: Page, plan: Agenda, line: Line, event: int | None, people: Mapping[int, Find]) -> bool:
    """`• Forum A: Wasser. Leitung: X. Impulse kamen von Y`: a part that an item of a list tells; it is added."""
    if event is None or not line.bullet or items.lettered(line) is None:
        return False
    if not plan.drafts[event].prose and (plan.drafts[event].entry or any(scene.item for scene in plan.scenes)):
        return False
    first, stop = sentences.split(page.text, line)[0]
    cut = replace(line, end=line.words[stop - 1].end, words=line.words[first:stop])
    if items.first_person(line, people) is None:
        return False
    draft = Draft(day=plan.drafts[event].day, parent=event, told=True)
    items.title_until_person(page, cut, 0, draft, people)
    if draft.title:
        plan.drafts.append(draft)
    return bool(draft.title)


def _lower(line: Line, above: Line | None) -> bool:
    return above is not None and line.level > above.level


def _opens(page: Page, n: int, above: Line | None, people: Mapping[int, Find]) -> bool:
    line = page.lines[n]
    if outline.section(page.text, line) is not None or items.first_person(line, people) is not None:
        return False
    announced = above is not None and above.start != line.start and _several(above)
    named = announced or page.text[line.start] in items.OPENING or _part(line)
    below = page.lines[n + 1 : n + 1 + NEAR]
    return named and (_taken_up(below) or _peopled(page, below, people))


def _taken_up(below: Sequence[Line]) -> bool:
    """`The conference under this title began at noon`: the paragraph below takes the heading for an event's title."""
    words = below[0].words[:TAKEN] if below else ()
    said = find(words, lexicon.phrases("events.anaphora")) is not None
    return said and find(words, lexicon.kinds("events.heads")) is not None


def _several(line: Line) -> bool:
    """`Deux tables rondes pour la matinée`, `Three workshops`: a heading over parts."""
    return find(line.words, lexicon.phrases("events.parallel")) is not None


def _part(line: Line) -> bool:
    """`Atelier 2 – Mobilité`, `Table ronde : ...`, `Workshop B`."""
    hit = longest(line.words, 0, lexicon.phrases("events.holders"))
    if hit is None or hit[0] >= len(line.words):
        return False
    numbered = any(w.shape == "0" or len(w.text) == 1 for w in line.words[hit[0] : NUMBERED])
    return numbered or line.words[hit[0]].gap in ":-"


def _peopled(page: Page, below: Sequence[Line], people: Mapping[int, Find]) -> bool:
    """True where the lines below name people one by one, or label them (`Animation : X`)."""
    for line in below:
        if line.kind is BlockKind.HEADING:
            return False
        label = outline.label(page.text, line)
        if label is not None and label[0] in (Role.MODERATOR, Role.SPEAKER):
            return True
        if line.bullet and items.first_person(line, people) == 0:
            return True
    return False


def _draft(page: Page, n: int, main: Draft, event: int) -> Draft:
    """The part; a conference that the report takes up under its title is an event beside the main one."""
    line = page.lines[n]
    own = _conference(page.lines[n + 1 : n + 2])
    draft = Draft(day=main.day if own or main.last is None else None, parent=None if own else event, told=True)
    draft.last = main.last if own else None
    begin = line.words[0].start if page.text[line.start] in items.OPENING else line.start
    draft.add_title(page.text, *items.unquoted(page.text, begin, line.end))
    return draft


def _conference(below: Sequence[Line]) -> bool:
    hit = find(below[0].words[:TAKEN], lexicon.kinds("events.heads")) if _taken_up(below) else None
    return hit is not None and hit[2] == EventKind.CONFERENCE


def _moved(drafts: Sequence[Draft], scene: Scene, owner: Mapping[int, int], people: Mapping[int, Find]) -> Scene:
    """A scene with the part it stands under; whom a list there names speaks."""
    event = owner.get(scene.line.start)
    if event is None:
        return scene
    listed = scene.line.bullet and items.first_person(scene.line, people) is not None
    told = listed and items.lettered(scene.line) is not None
    role = debates.role(drafts[event], scene.role) or (Role.SPEAKER if listed and not told else None)
    return replace(scene, event=event, role=role, own=told)
