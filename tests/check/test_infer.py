"""The rules of queries/infer, which conclude shortcuts from participations and tenures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import assets
from kg.files import from_yaml
from kg.query import Engine

Building = Callable[..., Engine]


def conclusions(rule: str, engine: Engine) -> set[tuple[str, str]]:
    triples = engine.construct(assets.text(assets.path(f"queries/infer/{rule}.rq")))
    return {(s.value.rpartition("/")[2], o.value.rpartition("/")[2]) for s, _, o in triples}


def test_who_is_reported_took_part_in_the_session_and_in_the_whole_event(graph: Building) -> None:
    assert conclusions("took-part-in", graph()) == {("person-1", "event-1"), ("person-1", "event-2")}


@pytest.mark.parametrize("factuality", ["announced", "excused", "represented", "cancelled"])
def test_nothing_but_a_report_proves_presence(factuality: str, graph: Building) -> None:
    assert conclusions("took-part-in", graph("factuality:reported", f"factuality:{factuality}")) == set()


def test_an_office_alone_is_nobody(graph: Building) -> None:
    assert conclusions("took-part-in", graph("kg:participant id:person-1 ; ", "")) == set()


def test_a_person_acts_for_the_body_they_take_part_for(graph: Building) -> None:
    engine = graph(" ; org:organization id:organisation-arg", "")
    assert conclusions("acts-for", engine) == {("person-1", "organisation-arg")}


def test_a_person_acts_for_the_body_they_hold_a_post_in(graph: Building) -> None:
    engine = graph(" ; kg:onBehalfOf id:organisation-arg", "")
    assert conclusions("acts-for", engine) == {("person-1", "organisation-arg")}


def test_an_organisation_does_not_act_for_itself(graph: Building) -> None:
    engine = graph(
        more="id:participation-2 a kg:Participation ; kg:participant id:organisation-arg ; "
        "kg:onBehalfOf id:organisation-arg ."
    )
    assert conclusions("acts-for", engine) == {("person-1", "organisation-arg")}


@pytest.mark.parametrize("path", sorted(assets.path("queries/infer").glob("*.rq")), ids=lambda p: p.stem)
def test_rule_says_what_it_concludes_in_three_languages(path: Path) -> None:
    lines = [line.removeprefix("#+ ") for line in assets.text(path).splitlines() if line.startswith("#+ ")]
    assert set(from_yaml("\n".join(lines), path.name)["summary"]) == {"fr", "de", "en"}
