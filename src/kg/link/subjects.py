"""What is to be linked: the people, bodies and territories of a data folder, each with all that is known of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Authority, Entity, EntityType, Label, MentionKey, Record
from kg.resolve import Worked
from kg.resolve.match.described import Described
from kg.resolve.match.vocabulary import PLACE
from kg.resolve.person_facts import capacities
from kg.text.acronym import is_acronym

TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.TERRITORY)
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing to be linked."""

    node: MentionKey | str
    """By what judgements name it: its first mention, or its entry."""
    id: str
    labels: tuple[Label, ...]
    """Its names with their languages, acronyms with none; those that are looked up."""
    described: Described
    links: tuple[str, ...]
    """Its addresses in other registers, as its entry of the authority gives them."""

    @property
    def title(self) -> str:
        """The name that it is shown by."""
        return self.described.names[0]


def subjects(worked: Worked, authority: Mapping[str, Authority], *, whole: bool = False) -> tuple[Subject, ...]:
    """The things that pages name, sorted by id.

    Args:
        worked: who is who.
        authority: the known things.
        whole: take the entries of the authority, too, that no page names.
    """
    reading = _Reading(worked, authority)
    found = [reading.subject(entity) for entity in worked.resolution.entities if entity.type in TYPES]
    if whole:
        named = {subject.id for subject in found}
        entries = (entry for entry in authority.values() if entry.type in TYPES and entry.id not in named)
        found += [reading.unnamed(entry) for entry in entries]
    return tuple(sorted(found, key=lambda one: one.id))


class _Reading:
    def __init__(self, worked: Worked, authority: Mapping[str, Authority]) -> None:
        self._worked = worked
        self._authority = authority

    def subject(self, entity: Entity) -> Subject:
        """A thing that pages name."""
        entry = self._authority.get(entity.id)
        labels = () if entry is None else _labels(entry)
        known = {label.value for label in labels}
        on_pages = dict.fromkeys(label.value for label in (entity.label, *entity.variants))
        new = (name for name in on_pages if name not in known and not self._is_general(name, entity))
        labels += tuple(Label(name) for name in new)  # in any language: a page in French has German names
        mentions = [self._worked.mentions[key] for key in entity.mentions]
        held = [pair for one in mentions for pair in capacities(one)] if entity.type is EntityType.PERSON else []
        return self._made(
            entity.id if entity.known else self._worked.clusters.first(entity.mentions[0]),
            entity.id,
            labels,
            Described(
                names=(entity.label.value,),
                types=frozenset({entity.type}),
                years=tuple(sorted({year for one in mentions for year in _years(one.record)})),
                offices=tuple(sorted({title for title, _ in held if title})),
                bodies=tuple(sorted({body for _, body in held})),
                places=self._places(entity, entry),
            ),
        )

    def unnamed(self, entry: Authority) -> Subject:
        """An entry that no page names."""
        places = self._around((*entry.within, *_of(entry)))
        described = Described(names=(entry.names[0].value,), types=frozenset({entry.type}), places=places)
        return self._made(entry.id, entry.id, _labels(entry), described)

    def _made(self, node: MentionKey | str, id_: str, labels: Iterable[Label], known: Described) -> Subject:
        """The subject, with what its entry says beside what is known from pages."""
        kept = tuple(dict.fromkeys(labels))
        entry = self._authority.get(id_)
        full = tuple(dict.fromkeys(label.value for label in kept if not _is_short(label, known)))
        return Subject(
            node=node,
            id=id_,
            labels=kept,
            links=() if entry is None else entry.links,
            described=Described(
                names=full or tuple(label.value for label in kept) or known.names,
                acronyms=tuple(dict.fromkeys(label.value for label in kept if _is_short(label, known))),
                types=known.types,
                kinds=frozenset() if entry is None or entry.kind is None else frozenset({entry.kind}),
                codes=frozenset() if entry is None else frozenset(entry.codes),
                places=known.places,
                since=None if entry is None else entry.since,
                until=None if entry is None else entry.until,
                years=known.years,
                websites=() if entry is None or entry.website is None else (entry.website,),
                offices=known.offices,
                bodies=known.bodies,
            ),
        )

    def _is_general(self, name: str, entity: Entity) -> bool:
        """Whether a name only says what sort of body it is: it is that of another one in every register."""
        if entity.type is not EntityType.ORGANIZATION or is_acronym(name):
            return False
        return self._worked.reader.form(name).is_general

    def _places(self, entity: Entity, entry: Authority | None) -> tuple[str, ...]:
        """Names of the territories that a thing belongs to."""
        if entry is not None and entry.type is not EntityType.PERSON:
            return self._around((*entry.within, *_of(entry)))
        if entity.type is EntityType.PERSON:
            tokens = {token for key in entity.mentions for token in self._worked.people.territories(key)}
        elif entity.type is EntityType.ORGANIZATION:
            names = (label.value for label in (entity.label, *entity.variants))
            tokens = {token for name in names for token in self._worked.reader.form(name).of(PLACE)}
        else:
            return ()
        plain = sorted(token.removeprefix(PLACE) for token in tokens)
        others = (one.replace("-", " ") for one in plain if one not in self._authority)
        return (*self._around(one for one in plain if one in self._authority), *others)

    def _around(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of territories, and of all that they lie in."""
        found: dict[str, None] = {}
        queue = list(ids)
        while queue:
            id_ = queue.pop(0)
            entry = self._authority.get(id_)
            if entry is not None and id_ not in found:
                found[id_] = None
                queue += [*entry.within, *entry.composed_of]
        return tuple(next(_shown_first(self._authority[id_].names)).value for id_ in found)


def _of(entry: Authority) -> Iterator[str]:
    """The territories that an entry is tied to; a territory belongs to itself."""
    yield from entry.competent_for
    if entry.seat is not None:
        yield entry.seat
    if entry.type is EntityType.TERRITORY:
        yield from entry.composed_of


def _labels(entry: Authority) -> tuple[Label, ...]:
    return (*_shown_first(entry.names), *entry.variants, *(Label(acronym) for acronym in entry.acronyms))


def _shown_first(names: tuple[Label, ...]) -> Iterator[Label]:
    """The names, the English one first."""
    yield from sorted(names, key=lambda label: label.language != "en")


def _is_short(label: Label, known: Described) -> bool:
    return EntityType.PERSON not in known.types and is_acronym(label.value)


def _years(record: Record) -> Iterator[int]:
    """The years of the events that a page tells of, else of its publication."""
    stated = [event.start for event in record.events if event.start] or [record.document.published or ""]
    for value in stated:
        found = _YEAR.match(value)
        if found is not None:
            yield int(found.group())
