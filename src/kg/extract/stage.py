"""The stage itself: the steps of reading a page, one after the other."""

from collections.abc import Iterable, Mapping, Sequence

from kg.extract import (
    acronyms,
    again,
    agenda,
    capacities,
    dates,
    evidence,
    factuality,
    happenings,
    lines,
    names,
    officers,
    organisations,
    outline,
    participations,
    people,
    places,
    record,
    respective,
    settings,
    unnamed,
    unread,
    venues,
    works,
)
from kg.extract.agenda import Agenda
from kg.extract.capacities import Held
from kg.extract.finds import Cover, Find, Page, make
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
    if not plan.drafts:
        plan.drafts, plan.scenes = happenings.find(page)
    beside = settings.neighbours(page, plan)
    finds = _things(page, persons, beside)
    held, finds = _capacities(page, finds)
    _set(page, plan, beside, finds)
    return _written(page, plan, finds, held)


def _page(document: Document) -> Page:
    read = outline.content(document.text, lines.read(document))
    return Page(document, read, dates.find(document.text, document.published))


def _things(page: Page, persons: Sequence[Find], beside: Mapping[int, int]) -> list[Find]:
    """All named things but for what only stands inside a longer name."""
    starts = {p.start: p for p in persons}
    halls = venues.find(page, frozenset(beside), starts)
    bodies = organisations.find(page, starts)
    found = [*persons, *halls, *works.find(page), *bodies]
    found.extend(acronyms.find(page, found))
    outer = _outermost(found)
    cover = Cover()
    for find in outer:
        cover.add(find.start, find.end)
    towns = [*places.find(page, cover)]
    for find in towns:
        cover.add(find.start, find.end)
    more = settings.unknown_towns(page, beside, cover.taken)
    towns.extend(make(page.text, start, end, EntityType.TERRITORY) for start, end in more)
    return _outermost([*outer, *towns])


def _outermost(finds: Iterable[Find]) -> list[Find]:
    """Without the finds that lie inside a longer one."""
    kept: list[Find] = []
    order = (EntityType.PERSON, EntityType.VENUE, *EntityType)
    for find in sorted(finds, key=lambda f: (f.start, -f.end, order.index(f.type))):
        if not kept or find.end > kept[-1].end:
            kept.append(find)
    return kept


def _capacities(page: Page, finds: list[Find]) -> tuple[tuple[Held, ...], list[Find]]:
    """What people hold; the bodies found only there join the finds."""
    persons = [f for f in finds if f.type is EntityType.PERSON]
    known = {f.start: f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)}
    shared = respective.find(page, persons)
    own = [h for h in capacities.find(page, persons, known) if not any(h.person == s.person for s in shared)]
    held = (*own, *shared, *officers.find(page, persons, known))
    bodies = [h.capacity.body for h in held if h.capacity.body is not None]
    taken = [*finds, *(b for b in bodies if b.type is not EntityType.PERSON)]
    return held, _outermost([*taken, *again.find(page, bodies, taken)])


def _set(page: Page, plan: Agenda, beside: Mapping[int, int], finds: Sequence[Find]) -> None:
    settings.place(page, plan.drafts, beside, finds)
    settings.attendance(page, plan.drafts, plan.scenes)


def _written(page: Page, plan: Agenda, finds: Sequence[Find], held: Sequence[Held]) -> tuple[Record, tuple[Issue, ...]]:
    pairs = acronyms.pairs(page, finds, [f for f in finds if f.type is EntityType.PERSON])
    bodies = [h.capacity.body for h in held if h.capacity.body is not None]
    known = {f.start: f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)}
    subject = officers.subject(page, known)
    named = names.gather([*finds, *bodies, *(f for pair in pairs for f in pair)], pairs, subject)
    held = capacities.completed(page.text, held, named, subject)
    parts = [*participations.find(page, plan.drafts, plan.scenes, finds)]
    parts.extend(participations.labelled(page, plan.labels, finds))
    persons = [f for f in finds if f.type is EntityType.PERSON]
    holders = unnamed.find(page, plan.scenes, persons, known)
    whole = factuality.of_document(page)
    made = Record(
        document=page.document,
        mentions=named.mentions,
        events=record.events(plan.drafts, named),
        participations=(*record.participations(parts, held, named), *record.unnamed(holders, named)),
        positions=record.positions(held, named),
        factuality=whole,
        passages=factuality.passages(page, whole, plan.scenes),
    )
    checked = evidence.check(made)
    return checked.record, (*checked.issues, *unread.find(page, plan, parts))
