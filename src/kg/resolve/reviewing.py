"""A second look at an authority that can be loaded: what is missing in it, or does not fit together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from kg.model import Authority, Change, EntityType, Issue, Severity
from kg.resolve.authority import read_authority
from kg.resolve.changes import read_changes
from kg.resolve.code_review import codes_shared, codes_that_do_not_fit
from kg.resolve.lying import Lying
from kg.resolve.names import quoted
from kg.text.normal import fold

LANGUAGES: Final = ("fr", "de", "en")
_WITH_A_KIND = (EntityType.TERRITORY, EntityType.ORGANIZATION)

Finding = tuple[str, str, str]
"""The id of the entry, what is wrong, and what to do."""

_FITTING: Final[dict[str, tuple[Callable[[int, int], bool], str]]] = {
    "foundation": (lambda before, after: before == 0 and after >= 1, "nothing before it and something after it"),
    "merger": (lambda before, after: before >= 2 and after == 1, "two or more before it and one after it"),
    "split": (lambda before, after: before >= 1 and after >= 2, "at least one before it and two or more after it"),
    "renaming": (lambda before, after: before == 1 and after == 1, "one before it and one after it"),
    "succession": (lambda before, after: before >= 1 and after >= 1, "something before it and something after it"),
    "dissolution": (lambda before, after: before >= 1 and after == 0, "something before it and nothing after it"),
}

_MAY_STAND_BEFORE: Final = frozenset({"succession", "split"})


def review_authority(folders: Sequence[Path]) -> tuple[Issue, ...]:
    """Look through the authority of the folders, the last of which is the one in question.

    Args:
        folders: authority folders; entries of a later one replace those of an earlier one.

    Returns:
        What a person should look at in the files of the last folder, sorted.

    Raises:
        InputError, ContentError: the authority cannot be loaded; all faults are named.
    """
    entries, files = read_authority(folders)
    changes, files_of_changes = read_changes(folders, entries)
    found = [*_entries(entries), *_changes(changes.values(), entries)]
    where = files | files_of_changes
    own = [finding for finding in found if where[finding[0]].is_relative_to(folders[-1])]
    return tuple(sorted(_issue(where[id_], id_, what, step) for id_, what, step in own))


def _issue(file: Path, id_: str, what: str, step: str) -> Issue:
    return Issue(stage="authority", severity=Severity.WARNING, document=str(file), value=id_, message=what, action=step)


def _entries(entries: Mapping[str, Authority]) -> Iterator[Finding]:
    lying = Lying(entries)
    for entry in entries.values():
        if entry.type is not EntityType.PERSON:
            yield from _missing_names(entry.id, {label.language for label in entry.names})
        yield from _missing_values(entry)
        yield from _parts(entry, lying)
        yield from codes_that_do_not_fit(entry, entries, lying)
    yield from _labels_shared(entries.values())
    yield from codes_shared(entries.values())


def _missing_names(id_: str, languages: set[str]) -> Iterator[Finding]:
    missing = [language for language in LANGUAGES if language not in languages]
    if missing:
        yield id_, f"no name in {quoted(missing)}", "Add it; where there is none, translate and say so in a note."


def _missing_values(entry: Authority) -> Iterator[Finding]:
    if not entry.sources:
        yield entry.id, "it names no kind of source", "Add sources: […]; docs/authority.md lists the kinds."
    if entry.type in _WITH_A_KIND and entry.kind is None:
        yield entry.id, "it has no kind", "Add kind: …; docs/authority.md lists the kinds."
    if entry.type is EntityType.ORGANIZATION and not (entry.competent_for or entry.seat or entry.parent):
        yield entry.id, "nothing ties it to a territory", "Add competent_for, seat or parent."
    if entry.type is EntityType.VENUE and not entry.within:
        yield entry.id, "it lies nowhere", "Add within: the town."


def _parts(entry: Authority, lying: Lying) -> Iterator[Finding]:
    parts = (*entry.composed_of, *entry.partially_composed_of)
    both = set(entry.composed_of) & set(entry.partially_composed_of)
    if both:
        yield entry.id, f"{quoted(both)} is part of it whole and in part", "Keep one of the two."
    if entry.kind != "cross-border-area":
        if parts:
            yield entry.id, "it has parts, but is no cross-border-area", "Say within at the parts instead."
    elif len({country for part in parts for country in lying.countries(part)}) < 2:
        yield entry.id, "its parts do not lie in two countries", "Add those of the other country."


def _labels_shared(entries: Iterable[Authority]) -> Iterator[Finding]:
    """Names of two things of one type: a page that uses them could mean either."""
    owners: defaultdict[tuple[EntityType, str], dict[str, str]] = defaultdict(dict)
    for entry in entries:
        for name in (*(label.value for label in (*entry.names, *entry.variants)), *entry.acronyms):
            owners[entry.type, fold(name)].setdefault(entry.id, name)
    for things in owners.values():
        for id_, name in things.items():
            others = [other for other in things if other != id_]
            if others:
                step = "Keep it where it is meant most, and qualify it in the other."
                yield id_, f"{name!r} is also a name of {quoted(others)}", step


def _changes(changes: Iterable[Change], entries: Mapping[str, Authority]) -> Iterator[Finding]:
    for change in changes:
        yield from _missing_names(change.id, {label.language for label in change.names})
        if not change.sources:
            yield change.id, "it names no kind of source", "Add sources: […]; docs/authority.md lists the kinds."
        fits, words = _FITTING[change.kind]
        if not fits(len(change.before), len(change.after)):
            yield change.id, f"a {change.kind} has {words}", "Correct before and after, or the kind."
        yield from _dates_that_do_not_fit(change, entries)


def _dates_that_do_not_fit(change: Change, entries: Mapping[str, Authority]) -> Iterator[Finding]:
    day, step = change.date, "Correct the date of the change or of the entry."
    if day is None:
        return
    for id_ in change.before:
        until = entries[id_].until
        if until is not None and until[: len(day)] > day[: len(until)]:
            yield change.id, f"{id_} lasts until {until}, after the change of {day}", step
    for id_ in change.after:
        since = entries[id_].since
        if since is not None and not _begins(since[: len(day)], day[: len(since)], change.kind):
            yield change.id, f"{id_} exists since {since}, the change is of {day}", step


def _begins(since: str, day: str, kind: str) -> bool:
    """Whether a thing can have come out of a change; what succeeds another may have been there before."""
    return since == day or (kind in _MAY_STAND_BEFORE and since < day)
