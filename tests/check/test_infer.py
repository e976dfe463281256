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


UNNAMED = "kg:participant id:person-1 ; "
"""What is taken out of the sound graph, so that its participation names an office alone."""
SEEN = 'kg:attestedOn "2024-05-14"^^xsd:date'
OTHER = (
    "id:tenure-2 a kg:Tenure ; org:member id:person-2 ; kg:post id:post-1 ; org:organization id:organisation-arg ; {} ."
)
PRESENT = {("person-1", "event-1"), ("person-1", "event-2")}


def day(value: str, of: str = "attestedOn") -> str:
    return f'kg:{of} "{value}"^^xsd:date'


def holders(graph: Building, held: str = SEEN, more: str = "", role: str = "") -> set[tuple[str, str]]:
    """What follows where the office alone is named, and `held` is what is known of the time of its tenure."""
    office = f"id:post-1 org:role office:{role} . " if role else ""
    return conclusions("office-holder", graph(UNNAMED, "", SEEN, held, more=office + more))


def test_who_alone_held_the_post_that_day_took_part(graph: Building) -> None:
    assert holders(graph) == PRESENT


def test_nothing_follows_for_one_who_is_named(graph: Building) -> None:
    assert conclusions("office-holder", graph()) == set()


@pytest.mark.parametrize("factuality", ["announced", "excused", "represented", "cancelled"])
def test_only_a_report_of_an_office_proves_presence(factuality: str, graph: Building) -> None:
    engine = graph(UNNAMED, "", "factuality:reported", f"factuality:{factuality}")
    assert conclusions("office-holder", engine) == set()


@pytest.mark.parametrize(
    "held",
    [
        'kg:edtf "2023/2025"',
        'kg:edtf "2023-04/2024-06"',
        'kg:edtf "2024-05-14/2024-05-14"',
        f'kg:edtf "2023/.." ; {day("2024-06-01")}',
        f'kg:edtf "../2025" ; {day("2024-04-01")}',
    ],
)
def test_a_stated_period_that_surely_covers_the_day_is_enough(held: str, graph: Building) -> None:
    assert holders(graph, held) == PRESENT


@pytest.mark.parametrize(
    "held",
    [
        'kg:edtf "2024/2025"',
        'kg:edtf "2023/2024"',
        'kg:edtf "2023/.."',
        'kg:edtf "2023~/2025"',
        f'kg:edtf "2023/.." ; {day("2024-04-01")}',
        f'kg:edtf "../2025" ; {day("2024-06-01")}',
        f"{day('2023-01-01', 'earliest')} ; {day('2025-12-31', 'latest')}",
        day("2024-05-13"),
        "kg:confidence 0.9",
    ],
)
def test_a_time_that_may_only_cover_the_day_is_not(held: str, graph: Building) -> None:
    assert holders(graph, held) == set()


@pytest.mark.parametrize(
    "other",
    [
        SEEN,
        f'kg:edtf "2024/.." ; {day("2024-01-01", "earliest")}',
        f'kg:edtf "../2024" ; {day("2024-12-31", "latest")}',
        f'kg:edtf "2010/.." ; {day("2010-01-01", "earliest")} ; {day("2011-01-01")}',
        "kg:confidence 0.9",
    ],
)
def test_nothing_follows_where_somebody_else_may_be_meant(other: str, graph: Building) -> None:
    assert holders(graph, more=OTHER.format(other)) == set()


@pytest.mark.parametrize(
    "other",
    [
        day("2020-05-14"),
        f'kg:edtf "2018/2020" ; {day("2018-01-01", "earliest")} ; {day("2020-12-31", "latest")}',
        f'kg:edtf "2025/.." ; {day("2025-01-01", "earliest")}',
    ],
)
def test_another_time_of_somebody_else_does_not_matter(other: str, graph: Building) -> None:
    assert holders(graph, more=OTHER.format(other)) == PRESENT


@pytest.mark.parametrize("held", [f"{SEEN} ; {day('2020-03-01')}", f"{SEEN} ; {day('2020-01-01', 'earliest')}"])
def test_nothing_follows_for_a_post_that_two_hold_at_a_time(held: str, graph: Building) -> None:
    assert holders(graph, held, OTHER.format(day("2020-03-01"))) == set()


def test_the_same_office_under_another_title_counts(graph: Building) -> None:
    more = OTHER.format(SEEN).replace("post-1", "post-2") + " id:post-2 org:postIn id:{} ; org:role office:president ."
    here, elsewhere = more.replace("{}", "organisation-arg"), more.replace("{}", "organisation-other")
    assert holders(graph, more=here, role="president") == set()
    assert holders(graph, more=here, role="mayor") == PRESENT
    assert holders(graph, more=elsewhere, role="president") == PRESENT


def test_the_post_must_be_held_in_the_same_organisation(graph: Building) -> None:
    engine = graph(UNNAMED, "", "org:organization id:organisation-arg", "org:organization id:organisation-other")
    assert conclusions("office-holder", engine) == set()


def test_a_session_without_a_day_takes_the_days_of_its_event(graph: Building) -> None:
    undated = graph(
        UNNAMED,
        "",
        'schema:startDate "2024-05-14T09:00:00+02:00"^^xsd:dateTime',
        "schema:position 1",
        SEEN,
        day("2024-05-15"),
    )
    assert holders(graph, day("2024-05-15")) == set()
    assert conclusions("office-holder", undated) == PRESENT


def test_an_event_known_by_its_year_says_nothing_of_a_day(graph: Building) -> None:
    engine = graph(
        UNNAMED,
        "",
        'schema:startDate "2024-05-14T09:00:00+02:00"^^xsd:dateTime',
        "schema:position 1",
        'schema:startDate "2024-05-14"^^xsd:date',
        'schema:startDate "2024"^^xsd:gYear',
    )
    assert conclusions("office-holder", engine) == set()
