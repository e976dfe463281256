"""A second look: what is missing in an authority that can be loaded, or does not fit together."""

from pathlib import Path

import pytest

from kg import resolve
from kg.model import Issue, Severity

FRAME = """
- id: territory-france
  type: Territory
  kind: country
  names: {fr: France, de: Frankreich, en: France}
  codes: {iso-3166-1: FR}
  sources: [treaty]
- id: territory-germany
  type: Territory
  kind: country
  names: {fr: Allemagne, de: Deutschland, en: Germany}
  codes: {iso-3166-1: DE, nuts-2021: DE}
  sources: [treaty]
- id: territory-moselle
  type: Territory
  kind: department
  names: {fr: Moselle, de: Département Moselle, en: Moselle}
  within: [territory-france]
  codes: {insee-department: "57"}
  sources: [national-register]
"""
METZ = """
- id: territory-metz
  type: Territory
  kind: commune
  names: {fr: Metz, de: Metz, en: Metz}
  within: [territory-moselle]
  codes: {insee-commune: "57463"}
  sources: [national-register]
"""
AREA = """
- id: territory-area
  type: Territory
  kind: cross-border-area
  names: {fr: Espace, de: Raum, en: Area}
  composed_of: [territory-moselle, territory-germany]
  sources: [statutes]
"""
BODY = """
- id: organisation-body
  type: Organization
  kind: association
  names: {fr: Organisme, de: Stelle, en: Body}
  competent_for: [territory-moselle]
  sources: [statutes]
"""
CHANGE = """
- id: change-x
  kind: renaming
  names: {fr: Mue, de: Wandel, en: Change}
  before: [organisation-old]
  after: [organisation-body]
  date: 2016-01-01
  sources: [statutes]
"""
OLD = (
    BODY.replace("organisation-body", "organisation-old")
    .replace("Organisme", "Ancien")
    .replace("Stelle", "Alte")
    .replace("Body", "Old")
)


def reviewed(path: Path, *contents: str, changes: str = "", frame: str = FRAME) -> list[tuple[str, str]]:
    return [(issue.value, issue.message) for issue in issues(path, *contents, changes=changes, frame=frame)]


def issues(path: Path, *contents: str, changes: str = "", frame: str = FRAME) -> tuple[Issue, ...]:
    (path / "own" / "changes").mkdir(parents=True)
    (path / "shipped").mkdir()
    (path / "shipped" / "frame.yaml").write_text(frame, "utf-8")
    (path / "own" / "mine.yaml").write_text("".join(contents), "utf-8")
    (path / "own" / "changes" / "mine.yaml").write_text(changes, "utf-8")
    return resolve.review_authority([path / "shipped", path / "own"])


def test_an_authority_in_order(tmp_path: Path) -> None:
    assert reviewed(tmp_path, METZ, AREA, BODY, OLD, changes=CHANGE) == []


def test_a_finding_says_file_entry_and_next_step(tmp_path: Path) -> None:
    (issue,) = issues(tmp_path, METZ.replace("de: Metz, ", ""))
    assert (issue.stage, issue.severity, issue.value) == ("authority", Severity.WARNING, "territory-metz")
    assert issue.document.endswith("mine.yaml")
    assert issue.message == "no name in de"
    assert issue.action == "Add it; where there is none, translate and say so in a note."


def test_only_the_last_folder_is_looked_through(tmp_path: Path) -> None:
    assert reviewed(tmp_path, METZ, frame=FRAME.replace("  sources: [treaty]\n", "")) == []


CASES = {
    "it names no kind of source": METZ.replace("  sources: [national-register]\n", ""),
    "it has no kind": METZ.replace("  kind: commune\n", ""),
    "nothing ties it to a territory": BODY.replace("  competent_for: [territory-moselle]\n", ""),
    "it lies nowhere": "- {id: venue-v, type: Venue, names: {fr: V, de: V, en: V}, sources: [event-page]}",
    "'57463' is a code of FR, it lies in DE": METZ.replace("territory-moselle", "territory-germany"),
    "'54395' does not begin like 57 around it": METZ.replace("57463", "54395"),
    "it has parts, but is no cross-border-area": AREA.replace("cross-border-area", "commune"),
    "its parts do not lie in two countries": AREA.replace(", territory-germany", ""),
    "territory-moselle is part of it whole and in part": AREA + "  partially_composed_of: [territory-moselle]\n",
    "'Moselle' is also a name of territory-moselle": METZ.replace("en: Metz", "en: MOSELLE").replace(
        "MOSELLE", "Moselle"
    ),
    "'DE' (nuts-2021) is also the code of territory-germany": METZ.replace(
        'insee-commune: "57463"', "nuts-2021: DE"
    ).replace("territory-moselle", "territory-germany"),
}


@pytest.mark.parametrize(("finding", "content"), CASES.items(), ids=CASES.keys())
def test_what_is_missing_or_does_not_fit(tmp_path: Path, finding: str, content: str) -> None:
    assert finding in {message for _, message in reviewed(tmp_path, content)}


def test_a_code_may_go_from_one_to_its_successor(tmp_path: Path) -> None:
    old = METZ.replace("Metz", "Alt-Metz").replace("territory-metz", "territory-old") + '  until: "2015"\n'
    assert reviewed(tmp_path, old, METZ + "  since: 2016-01-01\n") == []


OF_A_CHANGE = {
    "no name in de": CHANGE.replace("de: Wandel, ", ""),
    "it names no kind of source": CHANGE.replace("  sources: [statutes]\n", ""),
    "a merger has two or more before it and one after it": CHANGE.replace("renaming", "merger"),
    "a dissolution has something before it and nothing after it": CHANGE.replace("renaming", "dissolution"),
    "a foundation has nothing before it and something after it": CHANGE.replace("renaming", "foundation"),
    "organisation-old lasts until 2016-06-30, after the change of 2016-01-01": CHANGE,
    "organisation-body exists since 2016-02, the change is of 2016-01-01": CHANGE,
}


@pytest.mark.parametrize(("finding", "change"), OF_A_CHANGE.items(), ids=OF_A_CHANGE.keys())
def test_a_change_that_does_not_fit(tmp_path: Path, finding: str, change: str) -> None:
    found = reviewed(tmp_path, OLD + "  until: 2016-06-30\n", BODY + "  since: 2016-02\n", changes=change)
    assert ("change-x", finding) in found


def test_a_successor_may_have_been_there_before(tmp_path: Path) -> None:
    older = BODY + '  since: "1990"\n'
    assert reviewed(tmp_path / "a", OLD, older, changes=CHANGE.replace("renaming", "succession")) == []
    assert reviewed(tmp_path / "b", OLD, older, changes=CHANGE) != []


def test_a_change_without_a_day_fits_any(tmp_path: Path) -> None:
    undated = CHANGE.replace("  date: 2016-01-01\n", "")
    assert reviewed(tmp_path, OLD + "  until: 2016-06-30\n", BODY, changes=undated) == []
