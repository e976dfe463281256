"""Candidates: the items of a register that have a name or a code of ours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.link.profile import Profile
from kg.link.subjects import Subject
from kg.model import EntityType, Label
from kg.query import Term, literal
from kg.query.batches import with_rows
from kg.query.engine import Asking
from kg.query.refusals import ExceededError
from kg.text.normal import sha256

MOST: Final = 40
"""Items of one name that are looked at; what more of them have is too common to tell anything."""
_SOME: Final = 8
"""About so many things are asked for together."""
_HALVINGS: Final = 2
_LONGEST: Final = 40_000
"""Bytes of values in one query; kg sends no query of more than 65,536."""
_AROUND: Final = 12
"""Bytes of quotes, brackets and language around a value."""
_STRAIGHT, _CURLY = str.maketrans("’", "'"), str.maketrans("'", "’")

Row = tuple[Term, ...]
Found = dict[int, set[str]]
"""For each thing, by its place in the portion, the addresses of its candidates."""


def portions(subjects: Sequence[Subject], profile: Profile) -> Iterator[tuple[Subject, ...]]:
    """The things in portions whose names fit into one query.

    Where a portion ends depends on the ids in it alone: a new thing changes one portion, and what the disk has of the
    others still answers.
    """
    portion: list[Subject] = []
    rows = 0
    for subject in subjects:
        count = len(name_rows(subject, profile))
        if portion and rows + count > profile.batch["names"]:
            yield tuple(portion)
            portion, rows = [], 0
        portion.append(subject)
        rows += count
        if int(sha256(subject.id)[:8], 16) % _SOME == 0:
            yield tuple(portion)
            portion, rows = [], 0
    if portion:
        yield tuple(portion)


def candidates(portion: Sequence[Subject], profile: Profile, engine: Asking) -> tuple[Found, tuple[str, ...]]:
    """The candidates of each thing; and the names that too many items have.

    Raises:
        InputError: the endpoint gave no answer.
    """
    found: Found = defaultdict(set)
    common = _by_name(portion, profile, engine, found)
    _by_code(portion, profile, engine, found)
    return found, common


def name_rows(subject: Subject, profile: Profile) -> list[Row]:
    """The names of a thing as the register may write them."""
    rows = {
        literal(spelling, language=tag): None
        for label in subject.labels
        for tag in _tags(label, subject, profile)
        for spelling in _spellings(label.value)
    }
    return [(term,) for term in rows]


def _tags(label: Label, subject: Subject, profile: Profile) -> Iterable[str]:
    """The language tags under which a register may have a name; those of people and acronyms are of every language."""
    if label.language and EntityType.PERSON not in subject.described.types:
        return profile.languages.get(label.language, ())
    return dict.fromkeys(tag for tags in profile.languages.values() for tag in tags)


def _spellings(name: str) -> Iterable[str]:
    """A name with either apostrophe, and with a large or small letter at its beginning."""
    with_first = (name, name[:1].upper() + name[1:], name[:1].lower() + name[1:])
    return dict.fromkeys(one.translate(table) for one in with_first for table in (_STRAIGHT, _CURLY))


def _by_name(portion: Sequence[Subject], profile: Profile, engine: Asking, found: Found) -> tuple[str, ...]:
    wanted: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    rows: dict[Row, None] = {}
    for number, subject in enumerate(portion):
        for row in name_rows(subject, profile):
            rows[row] = None
            wanted[_said(row[0])].add(number)
    items: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name, item in answers(engine, profile, "by-name", ("name",), list(rows)):
        if name is not None and item is not None and _is_item(item, profile):
            items[_said(name)].add(item.value)
    common = {name for name, _ in items if len({i for (n, _), its in items.items() if n == name for i in its}) > MOST}
    for said, addresses in items.items():
        for number in wanted.get(said, ()) if said[0] not in common else ():
            found[number] |= addresses
    return tuple(sorted(common))


def _by_code(portion: Sequence[Subject], profile: Profile, engine: Asking, found: Found) -> None:
    wanted: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, subject in enumerate(portion):
        for code in subject.described.codes:
            wanted[code.register, code.value].add(number)
    rows = [(literal(register), literal(value)) for register, value in sorted(wanted)]
    for register, value, item in answers(engine, profile, "by-code", ("register", "code"), rows):
        if register is not None and value is not None and item is not None and _is_item(item, profile):
            for number in wanted.get((register.value, value.value), ()):
                found[number].add(item.value)


def answers(
    engine: Asking, profile: Profile, query: str, columns: Sequence[str], rows: Sequence[Row]
) -> Iterator[tuple[Term | None, ...]]:
    """All answers to a query of the profile, asked for so many rows at a time as the profile says."""
    size = profile.batch[{"by-name": "names", "by-code": "codes", "facts": "items"}[query]]
    for some in _slices(rows, size):
        yield from _select(engine, profile.queries[query], columns, some, _HALVINGS)


def _slices(rows: Sequence[Row], size: int) -> Iterator[Sequence[Row]]:
    """The rows in slices of a size, and shorter ones where the values are long."""
    start = length = 0
    for at, row in enumerate(rows):
        more = sum(len(term.value.encode("utf-8", "replace")) + _AROUND for term in row)
        if at > start and (at - start == size or length + more > _LONGEST):
            yield rows[start:at]
            start, length = at, 0
        length += more
    if start < len(rows):
        yield rows[start:]


def _select(
    engine: Asking, text: str, columns: Sequence[str], rows: Sequence[Row], halvings: int
) -> Iterator[tuple[Term | None, ...]]:
    """The answers for some rows; where they take too long or are too large, for one half and then the other."""
    try:
        table = engine.select(with_rows(text, columns, rows))
    except ExceededError:
        if halvings == 0 or len(rows) == 1:
            raise
        middle = len(rows) // 2
        for half in (rows[:middle], rows[middle:]):
            yield from _select(engine, text, columns, half, halvings - 1)
        return
    yield from table


def _said(term: Term) -> tuple[str, str]:
    """A name as it is found again in an answer: endpoints write language tags as they like."""
    return term.value, (term.language or "").lower()


def _is_item(term: Term, profile: Profile) -> bool:
    return term.kind == "iri" and term.value.startswith(profile.items)
