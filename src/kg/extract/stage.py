"""The stage itself: the steps of reading a page, one after the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.extract import (
    acronyms,
    adjourned,
    again,
    agenda,
    backers,
    badges,
    below,
    boilerplate,
    callings,
    capacities,
    columns,
    coming,
    completion,
    copular,
    dates,
    elections,
    evidence,
    factuality,
    firms,
    furniture,
    happenings,
    headcounts,
    headed,
    incumbency,
    initials,
    issued,
    itemised,
    labels,
    later,
    lines,
    media,
    names,
    officers,
    organisations,
    organs,
    outline,
    participations,
    parts,
    people,
    places,
    presiding,
    record,
    respective,
    rooms,
    settings,
    shouted,
    signings,
    sites,
    spanned,
    spells,
    state,
    successions,
    telling,
    terms,
    typed,
    unlisted,
    unnamed,
    unread,
    usual,
    venues,
    works,
)
from kg.extract.drafts import Scene
from kg.extract.finds import Cover, Find, Page, make
from kg.extract.row import Held
from kg.extract.state import Agenda
from kg.model import Document, EntityType, Issue, Record


def extract(document: Document) -> tuple[Record, tuple[Issue, ...]]:
    """Read a document into a record.

    Never raises for what a page says: what looks like a fact and is not understood comes back as an issue.

    Args:
        document: the text to read; its blocks where the source had markup.

    Returns:
        The record, every item of it with the stretches of text that state it, and what a person should look at.
    """
    page = _page(document)
    persons = people.find(page)
    plan = agenda.read(page, persons)
    below.entitle(page, plan, {p.start: p for p in persons})
    reported = telling.before(page, plan)
    if all(d.day is None and d.clock is None for d in plan.drafts):
        _from_prose(page, plan)
    elif any(d.entry for d in plan.drafts):
        _others(page, plan, reported=reported)
    elif not reported:
        _dated(page, plan)
        telling.retold(page, plan)
    spanned.apply(page, plan)
    parts.find_parts(page, plan)
    headed.open_parts(page, plan, {p.start: p for p in persons})
    itemised.assign(page, plan)
    later.apart(page, plan)
    boilerplate.drop(page, plan)
    _hours(page, plan)
    beside = settings.neighbours(page, plan)
    finds = _things(page, persons, beside, plan)
    held, finds = _capacities(page, plan, finds)
    _set(page, plan, beside, finds)
    towns = {d.place for d in plan.drafts if d.place is not None}
    return _written(page, plan, [*finds, *sorted(towns - {*finds})], held)


def _hours(page: Page, plan: Agenda) -> None:
    """Hours that the page tells once for all its dates, and those of the meeting that minutes tell of."""
    usual.apply(page, plan.drafts)
    adjourned.apply(page, plan)


def _from_prose(page: Page, plan: Agenda) -> None:
    """Without a date or time in its lines, a page's events are those that its prose tells."""
    drafts, scenes = happenings.find(page, plan.roles)
    if len(plan.drafts) > 1 and drafts and not telling.headings_alone(page, plan):
        main = next(d for d in plan.drafts if d.parent is None)
        main.day, main.last = drafts[0].day, drafts[0].last
        main.spans.extend(drafts[0].spans[-1:])
        telling.entitle(page, main, drafts[0])
        state.dated(plan)
    elif drafts or not plan.drafts:
        plan.drafts, plan.scenes = drafts, scenes
        plan.labels = [(line, fact, first, 0) for line, fact, first, _ in plan.labels if drafts]
        plan.headers = {}


def _dated(page: Page, plan: Agenda) -> None:
    """A programme of times alone takes the first day that the prose around it announces or reports."""
    main = next((d for d in plan.drafts if d.parent is None), None)
    date = None if main is None or any(d.day for d in plan.drafts) else happenings.day(page)
    if main is not None and date is not None:
        main.day, main.last = date.start, date.end
        main.spans.append((date.begin, date.stop))
        state.dated(plan)


def _others(page: Page, plan: Agenda, *, reported: bool) -> None:
    """A list of events goes on in prose: the further days told there are events too, where no report told them yet."""
    if any(d.own for d in plan.drafts):
        if not reported:
            _before(page, plan)
        _after(page, plan)
        return
    drafts, scenes = happenings.find(page, {})
    days = {d.day for d in plan.drafts}
    for number, draft in enumerate(drafts):
        if draft.day not in days:
            plan.drafts.append(draft)
            told = (
                s for s in scenes if s.event == number and any(s.line.start <= a < s.line.end for a, _ in draft.spans)
            )
            plan.scenes.extend(replace(s, event=len(plan.drafts) - 1) for s in told)


def _before(page: Page, plan: Agenda) -> None:
    """A newsletter whose calendar stands in its second half: what the prose above tells of are events too."""
    first = min(plan.headers, default=0)
    above = tuple(line for line in page.lines if line.start < first)
    if 2 * len(above) <= len(page.lines):
        return
    drafts, scenes = happenings.find(replace(page, lines=above), {})
    number = len(plan.drafts)
    plan.drafts.extend(replace(d, parent=None if d.parent is None else d.parent + number) for d in drafts)
    plan.scenes.extend(replace(s, event=s.event + number) for s in scenes)


def _after(page: Page, plan: Agenda) -> None:
    """What prose under a calendar tells of other days than that of the event above it."""
    days = {d.day for d in plan.drafts}
    own = {scene.line.start for scene in plan.scenes}
    first = min(plan.headers, default=0)
    for n, line in enumerate(page.lines):
        if line.start < first or line.start in own or not outline.sentence(page.text, line):
            continue
        for draft in happenings.further(page, n):
            if draft.day not in days:
                plan.drafts.append(draft)
                plan.scenes.append(Scene(line, len(plan.drafts) - 1, None, False))


def _page(document: Document) -> Page:
    read = badges.joined(document.text, furniture.content(document.text, lines.read(document)))
    page = Page(document, read, dates.find(document.text, document.published))
    read = typed.tables(document.text, read, minutes=factuality.minutes(page))
    return issued.known(replace(page, lines=columns.marked(document.text, read)))


def _things(page: Page, persons: Sequence[Find], beside: Mapping[int, int], plan: Agenda) -> list[Find]:
    """All named things but for what only stands inside a longer name."""
    starts = {p.start: p for p in persons}
    halls = [*venues.find(page, frozenset(beside), starts), *labels.venues(page, plan.labels)]
    halls.extend(rooms.find(page, plan, starts))
    halls.extend(sites.find(page, plan, beside, halls, starts))
    titles = {span for d in plan.drafts if d.told for span in d.spans}
    named = (b for b in organisations.find(page, starts) if (b.start, b.end) not in titles)  # `Forum „Natur“`
    bodies = (*named, *firms.find(page, starts), *media.find(page), *shouted.find(page))
    found = [*persons, *halls, *works.find(page), *bodies]
    found.extend(initials.find(page, found))
    found.extend(acronyms.find(page, found))
    outer = _outermost(found)
    cover = Cover.of(page.text, outer)
    towns = [*places.find(page, cover)]
    for find in towns:
        cover.add(find.start, find.end)
    more = unlisted.towns(page, beside, cover)
    towns.extend(make(page.text, start, end, EntityType.TERRITORY) for start, end in more)
    short = acronyms.territories(page, towns)
    outer = [f for f in outer if not any(s.start == f.start and s.end == f.end for s in short)]
    towns.extend(short)
    finds = [*outer, *towns]
    finds.extend(labels.bodies(page, plan.labels, finds))
    return _outermost([*finds, *backers.find(page, finds)])


def _outermost(finds: Iterable[Find]) -> list[Find]:
    """Without the finds that lie inside a longer one."""
    kept: list[Find] = []
    order = (EntityType.PERSON, EntityType.VENUE, EntityType.PROJECT, *EntityType)
    for find in sorted(finds, key=lambda f: (f.start, -f.end, order.index(f.type))):
        if not kept or find.end > kept[-1].end:
            kept.append(find)
    return kept


def _capacities(page: Page, plan: Agenda, finds: list[Find]) -> tuple[tuple[Held, ...], list[Find]]:
    """What people hold; the bodies found only there join the finds."""
    persons = [f for f in finds if f.type is EntityType.PERSON]
    known = {f.start: f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)}
    shared = (*respective.find(page, persons), *respective.ordered(page, persons, known))
    body = officers.subject(page, known)
    over = organs.of(page, known, {p.start: p for p in persons}, body)
    tables = terms.find(page, persons, body)
    told = {s.person for s in shared}
    cells = {(t.person, t.capacity.start) for t in tables}
    board = not any(d.day or d.clock for d in plan.drafts)
    own = [
        h
        for h in capacities.find(page, persons, known, over, board=board)
        if h.person not in told and not _in_table(h, cells)
    ]
    named = copular.find(page, persons, known)
    called = elections.dated(page, plan, (*callings.find(page, persons, known), *named))
    rowed = {t.person for t in tables}
    followed = successions.find(page, persons, known, (*own, *shared, *tables, *called), body)
    boards = (h for h in officers.find(page, persons, known) if h.person not in rowed)
    pointed = tuple(incumbency.find(page, persons))
    offices = incumbency.dated(pointed, (*own, *shared, *boards, *tables, *called), followed)
    held = spells.dated(page, offices, [(c.start, c.end) for c in pointed])
    bodies = [h.capacity.body for h in held if h.capacity.body is not None]
    taken = [*finds, *(b for b in bodies if b.type is not EntityType.PERSON)]
    return held, _outermost([*taken, *again.find(page, bodies, taken)])


def _in_table(held: Held, cells: set[tuple[Find, int]]) -> bool:
    """An office that a table's cell gives (`1er VP X`) is told better by the table."""
    return held.capacity.body is None and (held.person, held.capacity.start) in cells


def _set(page: Page, plan: Agenda, beside: Mapping[int, int], finds: Sequence[Find]) -> None:
    settings.place(page, plan, beside, sorted(finds))
    settings.series(plan.drafts, plan.scenes, sorted(finds))
    headcounts.attendance(page, plan.drafts, plan.scenes)
    signings.named(page, plan.drafts, sorted(finds))


def _written(page: Page, plan: Agenda, finds: Sequence[Find], held: Sequence[Held]) -> tuple[Record, tuple[Issue, ...]]:
    pairs = acronyms.pairs(page, finds, [f for f in finds if f.type is EntityType.PERSON])
    bodies = [h.capacity.body for h in held if h.capacity.body is not None]
    known = {f.start: f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)}
    subject = officers.subject(page, known)
    named = names.gather([*finds, *bodies, *(f for pair in pairs for f in pair)], pairs, subject)
    held = completion.completed(page, held, named, known)
    taken = [*participations.find(page, plan.drafts, plan.scenes, sorted(finds))]
    taken.extend(participations.labelled(page, plan.labels, finds))
    persons = [f for f in finds if f.type is EntityType.PERSON]
    taken = presiding.told(page, plan.drafts, taken, held, sorted(persons))
    holders = unnamed.find(page, plan.scenes, held, persons, known)
    whole = factuality.of_document(page)
    made = Record(
        document=page.document,
        mentions=named.mentions,
        events=record.events(plan.drafts, named),
        participations=(*record.participations(taken, held, named), *record.unnamed(holders, named)),
        positions=record.positions(held, named),
        factuality=whole,
        passages=factuality.passages(page, whole, plan.scenes, coming.find(page, plan.drafts, plan.scenes)),
    )
    checked = evidence.check(made)
    return checked.record, (*checked.issues, *unread.find(page, plan, checked.record))
