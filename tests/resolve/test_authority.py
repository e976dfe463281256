"""The authority is read whole: later folders win, and every fault is named with file and id."""

from pathlib import Path

import pytest

from kg import resolve
from kg.errors import ContentError, InputError
from kg.model import Code, EntityType, Label

GOOD = """
- id: territory-metz
  type: Territory
  names: {fr: Metz, de: Metz}
  variants: {fr: [Ville de Metz]}
  within: [territory-moselle]
  links: ["http://example.org/metz"]
- id: territory-moselle
  type: Territory
  names: {fr: Moselle}
- id: organisation-igr
  type: Organization
  names: {fr: Institut}
  acronyms: [IGR]
  kind: association
  seat: territory-metz
  note: a remark that goes nowhere
- id: instrument-treaty
  type: Instrument
  names: {fr: Traité}
  date: 2019-01-22
  parties: [territory-moselle]
"""


def folder(path: Path, *files: str) -> Path:
    path.mkdir(exist_ok=True)
    for number, content in enumerate(files):
        (path / f"{number}.yaml").write_text(content, "utf-8")
    return path


def test_an_entry_is_read(tmp_path: Path) -> None:
    entries = resolve.load_authority([folder(tmp_path / "a", GOOD, "")])
    assert list(entries) == ["instrument-treaty", "organisation-igr", "territory-metz", "territory-moselle"]
    metz = entries["territory-metz"]
    assert (metz.type, metz.names) == (EntityType.TERRITORY, (Label("Metz", "de"), Label("Metz", "fr")))
    assert (metz.variants, metz.within) == ((Label("Ville de Metz", "fr"),), ("territory-moselle",))
    assert entries["instrument-treaty"].date == "2019-01-22"
    assert entries["organisation-igr"].acronyms == ("IGR",)


def test_codes_times_and_sources(tmp_path: Path) -> None:
    said = "{nuts-2021: [LU, LU0], iso-3166-1: LU}"
    content = entry(kind="country", codes=said, since="'1839-04-19'", until="'2100'", sources="[treaty]")
    (read,) = resolve.load_authority([folder(tmp_path / "a", content)]).values()
    assert read.codes == (Code("iso-3166-1", "LU"), Code("nuts-2021", "LU"), Code("nuts-2021", "LU0"))
    assert (read.kind, read.since, read.until, read.sources) == ("country", "1839-04-19", "2100", ("treaty",))


def test_folders_below_are_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    folder(tmp_path / "a" / "towns", entry())
    assert list(resolve.load_authority([tmp_path / "a"])) == ["territory-x"]


def test_a_later_folder_replaces(tmp_path: Path) -> None:
    own = "- {id: territory-metz, type: Territory, names: {fr: Metz la belle}, within: [territory-moselle]}"
    entries = resolve.load_authority([folder(tmp_path / "a", GOOD), folder(tmp_path / "b", own)])
    assert entries["territory-metz"].names == (Label("Metz la belle", "fr"),)
    assert len(entries) == 4


def test_no_folders_no_entries() -> None:
    assert resolve.load_authority([]) == {}


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        resolve.load_authority([tmp_path / "missing"])


def entry(**more: str) -> str:
    fields = {"id": "territory-x", "type": "Territory", "names": "{fr: X}"} | more
    return "- {" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + "}"


FAULTS = {
    "unknown key 'name'": entry(name="X"),
    "unknown type 'Town'": entry(type="Town"),
    "the id must be `territory-`": entry(id="town-x"),
    "the id must be": entry(id="territory-X"),
    "id must be text": entry(id="17"),
    "names must give": entry(names="X"),
    "names must give one": entry(names="{}"),
    "'french' is not a two-letter language": entry(names="{french: X}"),
    "variants must give": entry(variants="{fr: X}"),
    "within must be a list": entry(within="territory-y"),
    "within names 'territory-y', which is no entry": entry(within="[territory-y]"),
    "seat names 'territory-y'": entry(seat="territory-y"),
    "unknown kind 'club'": entry(kind="club"),
    "unknown kind 'gang'": entry(id="organisation-x", type="Organization", kind="gang"),
    "date '22.1.2019' is not": entry(date="22.1.2019"),
    "since 'seit 2016' is not YYYY": entry(since="seit 2016"),
    "until '2016-13' is not YYYY": entry(until="2016-13"),
    "since must be text, not 2016: put it in quotes": entry(since="2016"),
    "since 2016-02 is after until 2016-01-31": entry(since="2016-02", until="2016-01-31"),
    "unknown kind of source 'hearsay'": entry(sources="[hearsay]"),
    "'5746' is no code of insee-commune": entry(codes="{insee-commune: '5746'}"),
    "unknown kind 'town' (known for Territory: ": entry(kind="town"),
    "'example.org' is not an http address": entry(links="[example.org]"),
    "'javascript:alert(1)' is not an http address": entry(website="'javascript:alert(1)'"),
    "a person has no key 'seat'": entry(id="person-x", type="Person", seat="territory-y"),
    "stands twice in this folder": entry() + "\n" + entry(),
    "within runs in a circle: territory-x → territory-x": entry(within="[territory-x]"),
    "an entry has keys and values": "- X",
}


@pytest.mark.parametrize(("fault", "content"), FAULTS.items(), ids=FAULTS.keys())
def test_a_fault_is_named(tmp_path: Path, fault: str, content: str) -> None:
    with pytest.raises(ContentError) as caught:
        resolve.load_authority([folder(tmp_path / "a", content)])
    assert fault in caught.value.message
    assert "0.yaml" in caught.value.message
    assert "\n" not in str(caught.value)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    files = entry(kind="club", date="x"), entry(id="territory-y", parent="territory-z")
    with pytest.raises(ContentError) as caught:
        resolve.load_authority([folder(tmp_path / "a", *files)])
    assert caught.value.message.startswith("3 fault(s)")
    assert all(
        words in caught.value.message for words in ("0.yaml: territory-x", "1.yaml: territory-y", "'territory-z'")
    )


def test_a_long_circle_is_shown_once(tmp_path: Path) -> None:
    ring = [entry(id=f"territory-{a}", within=f"[territory-{b}]") for a, b in ("ab", "bc", "ca")]
    with pytest.raises(ContentError) as caught:
        resolve.load_authority([folder(tmp_path / "a", *ring)])
    assert caught.value.message.count("runs in a circle") == 1
    assert "territory-a → territory-b → territory-c → territory-a" in caught.value.message


def test_a_tie_to_the_wrong_type(tmp_path: Path) -> None:
    content = entry(within="[organisation-y]") + "\n" + entry(id="organisation-y", type="Organization")
    with pytest.raises(ContentError, match="which is a Organization"):
        resolve.load_authority([folder(tmp_path / "a", content)])


def test_a_file_that_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="must be a list"):
        resolve.load_authority([folder(tmp_path / "a", "id: territory-x")])
