import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.check import as_json_lines, render, report
from kg.model import Issue, Severity
from kg.query import Engine

Building = Callable[..., Engine]


def checks(issues: tuple[Issue, ...]) -> list[str]:
    return sorted(issue.message.rpartition("[")[2].rstrip("]") for issue in issues)


def test_a_sound_graph_gives_no_finding(graph: Building, texts: Path) -> None:
    assert report(graph(), texts=texts) == ()


@pytest.mark.parametrize(
    ("change", "check", "severity"),
    [
        ({"before": 'schema:name "Colloque"@fr ;', "after": ""}, "shape:Event-name", Severity.ERROR),
        ({"before": "kg:role role:speaker", "after": "kg:role role:guest"}, "shape:Participation-role", Severity.ERROR),
        (
            {"before": "oa:start ", "after": "oa:start 999 ; kg:confidence "},
            "shape:TextPositionSelector-order",
            Severity.ERROR,
        ),
        ({"before": 'dcterms:title "Colloque"@fr ; ', "after": ""}, "shape:Document-title", Severity.WARNING),
        (
            {"more": 'id:event-1 schema:startDate "2024-05-13"^^xsd:date .'},
            "shape:Event-oneStart",
            Severity.NOTE,
        ),
        (
            {"before": '"2024-05-15"^^xsd:date', "after": '"mai"^^xsd:date'},
            "shape:Event-endDate",
            Severity.ERROR,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_shapes(change: dict[str, str], check: str, severity: Severity, graph: Building) -> None:
    found = [issue for issue in report(graph(**change)) if check in checks((issue,))]
    assert [issue.severity for issue in found] == [severity]


def test_a_finding_says_what_where_and_what_to_do(graph: Building, texts: Path, offsets: tuple[int, int]) -> None:
    (issue,) = report(graph("; kg:role role:speaker", ""), texts=texts)
    start, end = offsets
    assert issue == Issue(
        stage="check",
        severity=Severity.ERROR,
        document="https://w3id.org/grkg/id/participation-1",
        value="Anne Weiss, présidente, Agence Rive Gauche",
        message="A participation must have exactly one role of the scheme role. [shape:Participation-role]",
        action="Correct the record records/colloque.json. Where: colloque, line 2, "
        f"characters {start} to {end}, “Anne Weiss, présidente, Agence Rive Gauche”.",
    )


def test_a_node_without_evidence_is_looked_for_in_its_document(graph: Building) -> None:
    (issue,) = report(graph(' ; skos:prefLabel "présidente"@fr', ""))
    assert issue.action == "Correct the record records/colloque.json. Where: colloque."


def test_a_node_of_the_authority_is_looked_for_there(graph: Building) -> None:
    (issue,) = report(graph('a kg:Territory ; skos:prefLabel "Metz"@fr ;', "a kg:Territory ;"))
    assert issue.message.endswith("[shape:Named-prefLabel]")
    assert issue.action == "Look for this node in authority: no document speaks of it."


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "doit avoir un seul rôle"), ("de", "genau eine Rolle"), ("en", "exactly one role")],
)
def test_languages(language: str, words: str, graph: Building) -> None:
    (issue,) = report(graph("; kg:role role:speaker", ""), language=language)
    assert words in issue.message


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"before": 'kg:attestedOn "2024-05-14"^^xsd:date ;', "after": ""}, "tenure-without-date"),
        ({"before": ' schema:name "Ouverture"@fr ;', "after": ""}, "event-without-name"),
    ],
)
def test_what_a_shape_and_a_query_find_is_told_once(change: dict[str, str], check: str, graph: Building) -> None:
    assert checks(report(graph(**change))) == [check]


def test_a_blank_node_is_an_error(graph: Building) -> None:
    issues = report(graph(more='[] a kg:Person ; rdfs:label "Jo Roth" .'))
    assert checks(issues) == ["blank-node", "shape:Person"]
    assert {issue.severity for issue in issues} == {Severity.ERROR}
    assert not [issue for issue in issues if "_:" in issue.document + issue.value]


def test_two_reports_of_one_graph_are_alike(graph: Building, texts: Path) -> None:
    change = {
        "before": "; kg:role role:speaker",
        "after": "",
        "more": "id:territory-france kg:within id:territory-metz .",
    }
    first, second = (report(graph(**change), texts=texts) for _ in range(2))
    assert first == second == tuple(sorted(first))
    assert len(first) > 2


def test_render_counts_groups_and_says_what_to_do(graph: Building, texts: Path) -> None:
    engine = graph(
        "; kg:role role:speaker",
        "",
        more='id:person-2 a kg:Person ; rdfs:label "Jo Roth" ; kg:evidence id:evidence-1 . '
        'id:person-3 a kg:Person ; rdfs:label "Lu Kahn" ; kg:evidence id:evidence-1 .',
    )
    lines = render(report(engine, texts=texts)).splitlines()
    assert lines[0] == "Errors: 1 · warnings: 0 · notes: 2"
    assert lines[2] == "Errors: they stop publication"
    assert lines[4].startswith("- A participation must have exactly one role")
    assert lines[5].startswith("  To do: Correct the record records/colloque.json.")
    assert lines[6] == "  * id:participation-1  Anne Weiss, présidente, Agence Rive Gauche"
    assert lines[7].startswith("      Where: colloque, line 2, characters ")
    assert lines[9] == "Notes: good to know"
    assert len([line for line in lines if line.startswith("  To do: Read the passage")]) == 1
    assert [line for line in lines if line.startswith("  * id:person-")] == [
        "  * id:person-2  Jo Roth",
        "  * id:person-3  Lu Kahn",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Rien à signaler"), ("de", "Nichts zu beanstanden"), ("en", "Nothing to report")],
)
def test_render_of_nothing(language: str, words: str) -> None:
    assert render((), language).startswith(words)


def test_render_of_an_issue_of_another_stage() -> None:
    issue = Issue(stage="source", severity=Severity.WARNING, document="a.pdf", value="", message="no text", action="")
    assert render((issue,)).splitlines()[2:] == ["Warnings: please look", "", "- no text", "  * a.pdf"]


def test_as_json_lines(graph: Building) -> None:
    issues = report(graph("; kg:role role:speaker", "", more="id:territory-france kg:within id:territory-metz ."))
    lines = as_json_lines(issues).splitlines()
    assert len(lines) == len(issues) > 1
    assert {key for line in lines for key in json.loads(line)} == {
        "stage",
        "severity",
        "document",
        "value",
        "message",
        "action",
    }
    assert as_json_lines(()) == ""


def test_the_check_package_loads_no_shacl() -> None:
    code = "import sys, kg.check; assert not {'rdflib', 'pyshacl'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_ill_typed_literal_prints_no_stack_trace(graph: Building, caplog: pytest.LogCaptureFixture) -> None:
    report(graph('"2024-05-15"^^xsd:date', '"mai"^^xsd:date'))
    assert caplog.text == ""
