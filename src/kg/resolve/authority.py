"""The authority on disk: YAML lists of entries in a folder and those below it, every fault named in one error."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.errors import ContentError, InputError
from kg.files import read_yaml
from kg.model import Authority, Code, EntityType, Label
from kg.resolve.entry_faults import faults, ties_faults

CHANGES = "changes"
"""The folder below the authority's that holds what happened to its entries."""

_SHOWN = 20


def load_authority(folders: Sequence[Path]) -> dict[str, Authority]:
    """Read all `*.yaml` of the folders; an entry of a later folder replaces the one of the same id.

    Raises:
        InputError: no such folder, or a file that is not YAML.
        ContentError: entries are wrong or contradict each other; all faults are named, each with file and id.
    """
    return read_authority(folders)[0]


def read_authority(folders: Sequence[Path]) -> tuple[dict[str, Authority], dict[str, Path]]:
    """The entries as `load_authority` gives them, and the file of each."""
    entries: dict[str, Authority] = {}
    files: dict[str, Path] = {}
    found: list[str] = []
    for folder in folders:
        found += _read_folder(folder, entries, files)
    for id_, fault in ties_faults(entries):
        found.append(f"{files[id_]}: {id_}: {fault}")
    refuse(found)
    return dict(sorted(entries.items())), files


def refuse(found: Sequence[str]) -> None:
    """Stop where there are faults.

    Raises:
        ContentError: there are; the first are named.
    """
    if found:
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise ContentError(
            f"{len(found)} fault(s) in the authority: {'; '.join(found[:_SHOWN])}{more}.",
            hint="Correct the entries; docs/authority.md describes them.",
        )


def files_of(folder: Path) -> list[Path]:
    """The files of entries in a folder and those below it, but for what tells of changes, sorted.

    Raises:
        InputError: no such folder.
    """
    if not folder.is_dir():
        raise InputError(f"no such folder: {folder}", hint="Check the spelling and the folder.")
    return sorted(file for file in folder.rglob("*.yaml") if CHANGES not in file.relative_to(folder).parts[:-1])


def _read_folder(folder: Path, entries: dict[str, Authority], files: dict[str, Path]) -> list[str]:
    """Read one folder into `entries`; the faults found."""
    found: list[str] = []
    here: dict[str, Path] = {}
    for file in files_of(folder):
        for number, raw in enumerate(listed(file), 1):
            wrong = faults(raw)
            id_ = raw.get("id") if isinstance(raw, dict) else None
            if isinstance(id_, str) and id_ in here:
                wrong.append(f"the id stands twice in this folder, also in {here[id_].name}")
            found += [f"{file}: {id_ or f'entry {number}'}: {fault}" for fault in wrong]
            if not wrong:
                here[raw["id"]] = files[raw["id"]] = file
                entries[raw["id"]] = _entry(raw)
    return found


def listed(file: Path) -> list[Any]:
    """The entries of a file as they stand there.

    Raises:
        ContentError: the file holds no list.
    """
    content = read_yaml(file)
    if content is None:
        return []
    if not isinstance(content, list):
        raise ContentError(f"{file} must be a list of entries.", hint="Begin each entry with `- id: …`.")
    return content


def _entry(raw: dict[str, Any]) -> Authority:
    variants = sorted(raw.get("variants", {}).items())
    return Authority(
        id=raw["id"],
        type=EntityType(raw["type"]),
        names=labels(raw),
        variants=tuple(Label(name, language) for language, names in variants for name in names),
        acronyms=tuple(raw.get("acronyms", ())),
        kind=raw.get("kind"),
        within=tuple(raw.get("within", ())),
        composed_of=tuple(raw.get("composed_of", ())),
        partially_composed_of=tuple(raw.get("partially_composed_of", ())),
        competent_for=tuple(raw.get("competent_for", ())),
        seat=raw.get("seat"),
        parent=raw.get("parent"),
        parties=tuple(raw.get("parties", ())),
        date=raw.get("date"),
        website=raw.get("website"),
        links=tuple(raw.get("links", ())),
        codes=tuple(_codes(raw.get("codes", {}))),
        since=raw.get("since"),
        until=raw.get("until"),
        sources=tuple(raw.get("sources", ())),
    )


def labels(raw: dict[str, Any]) -> tuple[Label, ...]:
    """The preferred names of an entry, in the order of the language codes."""
    return tuple(Label(name, language) for language, name in sorted(raw["names"].items()))


def _codes(raw: dict[str, Any]) -> Iterator[Code]:
    for register, value in sorted(raw.items()):
        yield from (Code(register, one) for one in (value if isinstance(value, list) else [value]))
