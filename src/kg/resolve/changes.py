"""What happened to the things of the authority: mergers, splits, new names, each with its day where that is known."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.model import Authority, Change, EntityType
from kg.resolve.authority import CHANGES, labels, listed, refuse
from kg.resolve.entry_faults import date_faults, name_faults, source_faults
from kg.resolve.names import quoted
from kg.vocab.concepts import ids

_KEYS = frozenset({"id", "kind", "names", "before", "after", "date", "sources", "note"})
_CHANGING = (EntityType.TERRITORY, EntityType.ORGANIZATION)


def load_changes(folders: Sequence[Path], authority: Mapping[str, Authority]) -> tuple[Change, ...]:
    """Read `changes/*.yaml` below the folders; a change of a later folder replaces the one of the same id.

    Args:
        folders: the folders of the authority.
        authority: the entries that the changes are about.

    Raises:
        InputError: a file that is not YAML.
        ContentError: changes are wrong; all faults are named, each with file and id.
    """
    return tuple(read_changes(folders, authority)[0].values())


def read_changes(
    folders: Sequence[Path], authority: Mapping[str, Authority]
) -> tuple[dict[str, Change], dict[str, Path]]:
    """The changes by id, sorted, and the file of each."""
    changes: dict[str, Change] = {}
    files: dict[str, Path] = {}
    found: list[str] = []
    for file in (file for folder in folders for file in sorted((folder / CHANGES).rglob("*.yaml"))):
        for number, raw in enumerate(listed(file), 1):
            wrong = list(_faults(raw, authority))
            found += [f"{file}: {_named(raw, number)}: {fault}" for fault in wrong]
            if not wrong:
                files[raw["id"]] = file
                changes[raw["id"]] = _change(raw)
    refuse(found)
    return dict(sorted(changes.items())), files


def _named(raw: Any, number: int) -> str:
    return str(raw["id"]) if isinstance(raw, dict) and "id" in raw else f"entry {number}"


def _change(raw: dict[str, Any]) -> Change:
    return Change(
        id=raw["id"],
        kind=raw["kind"],
        names=labels(raw),
        before=tuple(raw.get("before", ())),
        after=tuple(raw.get("after", ())),
        date=raw.get("date"),
        sources=tuple(raw.get("sources", ())),
    )


def _faults(raw: Any, authority: Mapping[str, Authority]) -> Iterator[str]:
    if not isinstance(raw, dict):
        yield f"a change has keys and values, this is {raw!r}: begin it with `- id: …`"
        return
    yield from (f"unknown key {key!r} (known: {quoted(_KEYS)}): take it out" for key in raw if key not in _KEYS)
    found = [*_form_faults(raw), *name_faults(raw)]
    yield from found or [*date_faults("date", raw.get("date")), *source_faults(raw), *_party_faults(raw, authority)]


def _form_faults(raw: dict[str, Any]) -> Iterator[str]:
    if not isinstance(raw.get("id"), str) or not raw["id"].startswith("change-"):
        yield "the id must be `change-` and small letters, digits and hyphens"
    if raw.get("kind") not in ids("change-kind"):
        yield f"unknown kind {raw.get('kind')!r} of change (known: {quoted(ids('change-kind'))}): use one of these"
    if not isinstance(raw.get("date", ""), str):
        yield f"date must be text, not {raw['date']!r}: put it in quotes"
    for key in ("before", "after", "sources"):
        value = raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            yield f"{key} must be a list of texts"


def _party_faults(raw: dict[str, Any], authority: Mapping[str, Authority]) -> Iterator[str]:
    parties = [*raw.get("before", ()), *raw.get("after", ())]
    for id_ in parties:
        if id_ not in authority:
            yield f"it names {id_!r}, which is no entry: add the entry or correct the id"
    types = {authority[id_].type for id_ in parties if id_ in authority}
    if not parties:
        yield "it changes nothing: name entries in before or after"
    if len(types) > 1 or types - set(_CHANGING):
        yield "it must be about territories only or organisations only: make two changes of it"
