"""The authority on disk: YAML lists of entries, read whole, with every fault named in one error."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.errors import ContentError, InputError
from kg.files import read_yaml
from kg.model import Authority, EntityType, Label
from kg.resolve.entry_faults import faults, ties_faults

_SHOWN = 20


def load_authority(folders: Sequence[Path]) -> dict[str, Authority]:
    """Read all `*.yaml` of the folders; an entry of a later folder replaces the one of the same id.

    Raises:
        InputError: no such folder, or a file that is not YAML.
        ContentError: entries are wrong or contradict each other; all faults are named, each with file and id.
    """
    entries: dict[str, Authority] = {}
    files: dict[str, Path] = {}
    found: list[str] = []
    for folder in folders:
        found += _read_folder(folder, entries, files)
    for id_, fault in ties_faults(entries):
        found.append(f"{files[id_]}: {id_}: {fault}")
    if found:
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise ContentError(
            f"{len(found)} fault(s) in the authority: {'; '.join(found[:_SHOWN])}{more}.",
            hint="Correct the entries; docs/data.md describes them.",
        )
    return dict(sorted(entries.items()))


def _read_folder(folder: Path, entries: dict[str, Authority], files: dict[str, Path]) -> list[str]:
    """Read one folder into `entries`; the faults found."""
    if not folder.is_dir():
        raise InputError(f"no such folder: {folder}", hint="Check the spelling and the folder.")
    found: list[str] = []
    here: dict[str, Path] = {}
    for file in sorted(folder.glob("*.yaml")):
        for number, raw in enumerate(_list(file), 1):
            wrong = faults(raw)
            id_ = raw.get("id") if isinstance(raw, dict) else None
            if isinstance(id_, str) and id_ in here:
                wrong.append(f"the id stands twice in this folder, also in {here[id_].name}")
            found += [f"{file}: {id_ or f'entry {number}'}: {fault}" for fault in wrong]
            if not wrong:
                here[raw["id"]] = files[raw["id"]] = file
                entries[raw["id"]] = _entry(raw)
    return found


def _list(file: Path) -> list[Any]:
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
        names=tuple(Label(name, language) for language, name in sorted(raw["names"].items())),
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
    )
