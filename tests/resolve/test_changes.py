"""Changes stand beside the authority, in a folder of their own; each fault is named with file, id and next step."""

from pathlib import Path

import pytest

from kg import resolve
from kg.errors import ContentError
from kg.model import Change, Label

ENTRIES = """
- {id: territory-a, type: Territory, names: {fr: A}}
- {id: territory-b, type: Territory, names: {fr: B}}
- {id: organisation-o, type: Organization, names: {fr: O}}
- {id: venue-v, type: Venue, names: {fr: V}}
"""
GOOD = """
- id: change-a
  kind: renaming
  names: {fr: A devient B}
  before: [territory-a]
  after: [territory-b]
  date: 2016-01-01
  sources: [legislation]
  note: a remark that goes nowhere
"""


def folder(path: Path, changes: str, entries: str = ENTRIES) -> Path:
    (path / "changes").mkdir(parents=True)
    (path / "entries.yaml").write_text(entries, "utf-8")
    (path / "changes" / "some.yaml").write_text(changes, "utf-8")
    return path


def loaded(*folders: Path) -> tuple[Change, ...]:
    return resolve.load_changes(folders, resolve.load_authority(folders))


def test_a_change_is_read_and_is_no_entry(tmp_path: Path) -> None:
    where = folder(tmp_path / "a", GOOD)
    assert loaded(where) == (
        Change(
            id="change-a",
            kind="renaming",
            names=(Label("A devient B", "fr"),),
            before=("territory-a",),
            after=("territory-b",),
            date="2016-01-01",
            sources=("legislation",),
        ),
    )
    assert "change-a" not in resolve.load_authority([where])


def test_a_later_folder_replaces(tmp_path: Path) -> None:
    own = GOOD.replace("2016-01-01", '"2017"')
    (change,) = loaded(folder(tmp_path / "a", GOOD), folder(tmp_path / "b", own, ""))
    assert change.date == "2017"


def test_a_folder_without_changes(tmp_path: Path) -> None:
    (tmp_path / "entries.yaml").write_text(ENTRIES, "utf-8")
    assert loaded(tmp_path) == ()


FAULTS = {
    "unknown key 'when'": GOOD + "  when: 2016\n",
    "the id must be `change-`": GOOD.replace("change-a", "merger-a"),
    "unknown kind 'miracle' of change": GOOD.replace("renaming", "miracle"),
    "names must give one name": GOOD.replace("{fr: A devient B}", "A"),
    "before must be a list": GOOD.replace("[territory-a]", "territory-a"),
    "date must be text, not 2016: put it in quotes": GOOD.replace("2016-01-01", "2016"),
    "date '1.1.2016' is not": GOOD.replace("2016-01-01", "1.1.2016"),
    "unknown kind of source 'hearsay'": GOOD.replace("legislation", "hearsay"),
    "names 'territory-z', which is no entry": GOOD.replace("territory-b", "territory-z"),
    "territories only or organisations only": GOOD.replace("territory-b", "organisation-o"),
    "make two changes of it": GOOD.replace("[territory-a]", "[venue-v]").replace("[territory-b]", "[venue-v]"),
    "it changes nothing": GOOD.replace("  before: [territory-a]\n  after: [territory-b]\n", ""),
    "begin it with": "- A",
}


@pytest.mark.parametrize(("fault", "content"), FAULTS.items(), ids=FAULTS.keys())
def test_a_fault_is_named(tmp_path: Path, fault: str, content: str) -> None:
    with pytest.raises(ContentError) as caught:
        loaded(folder(tmp_path / "a", content))
    assert fault in caught.value.message
    assert "some.yaml" in caught.value.message
    assert "docs/authority.md" in (caught.value.hint or "")
