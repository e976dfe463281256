from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.model import Event, Evidence, Factuality, Participation, Passage, Position, Record, Role
from kg.triples.attestation import days, latest

Make = Callable[..., Record]
Evident = Callable[..., Evidence]

HELD = Position(person="Anne Weiss", position="présidente", organization="ARG")
TWO_DAYS = (
    Event(id="e1", title="Colloque", start="2024-05-14", end="2024-05-15"),
    Event(id="s1", title="Ouverture", part_of="e1", start="2024-05-14T09:00"),
    Event(id="s2", title="Clôture", part_of="e1", start="2024-05-15T17:00"),
)


def undated(record: Record) -> Record:
    return replace(record, document=replace(record.document, published=None))


def part(event: str, position: str | None = None) -> Participation:
    return Participation(agent="Mme Weiss", event=event, role=Role.SPEAKER, position=position)  # by her other name


def test_the_days_of_the_holders_own_events_come_first(record: Make) -> None:
    assert days(HELD, record(events=TWO_DAYS, participations=(part("s2"),))) == ("2024-05-15",)


def test_an_event_in_another_office_counts_only_where_none_is_of_this_one(record: Make) -> None:
    parts = (part("s1", "maire"), part("s2", "présidente"))
    assert days(HELD, record(events=TWO_DAYS, participations=parts)) == ("2024-05-15",)
    assert days(HELD, record(events=TWO_DAYS, participations=parts[:1])) == ("2024-05-14",)


def test_an_announced_event_shows_nothing_of_others(record: Make) -> None:
    assert days(HELD, record(events=TWO_DAYS)) == ("2024-05-20",)
    assert days(HELD, undated(record(events=TWO_DAYS))) == ()


def test_a_report_speaks_of_the_day_of_its_event(record: Make) -> None:
    assert days(HELD, record(factuality=Factuality.REPORTED)) == ("2024-05-14",)


def test_of_two_reported_events_the_nearer_one_counts(record: Make, evidence: Evident) -> None:
    events = (
        Event(id="e1", title="Colloque", start="2024-05-14", evidence=evidence("Colloque")),
        Event(id="e2", title="Table ronde", start="2024-06-03", evidence=evidence("Table ronde")),
    )
    held = replace(HELD, evidence=evidence("maire de Völklingen"))
    assert days(held, record(events=events, factuality=Factuality.REPORTED)) == ("2024-06-03",)


def test_an_announced_passage_of_a_report_shows_nothing(record: Make, evidence: Evident) -> None:
    events = (
        Event(id="e1", title="Colloque", start="2024-05-14", evidence=evidence("Colloque")),
        Event(id="e2", title="Table ronde", start="2024-06-03", evidence=evidence("Table ronde")),
    )
    held = replace(HELD, evidence=evidence("maire de Völklingen"))
    later = Passage(span=evidence("Table ronde")[0], factuality=Factuality.ANNOUNCED)
    made = record(events=events, factuality=Factuality.REPORTED, passages=(later,))
    assert days(held, made) == ("2024-05-14",)


def test_who_was_succeeded_is_shown_by_what_he_took_part_in_alone(record: Make, evidence: Evident) -> None:
    words = evidence("présidente")
    new = replace(HELD, evidence=(*evidence("Anne Weiss"), *words))
    old = replace(new, person="Paul de la Roche", evidence=(*evidence("Paul de la Roche"), *words))
    told = record(positions=(new, old), participations=(part("s1"),), factuality=Factuality.REPORTED)
    assert days(old, told) == ()
    assert days(new, told) == ("2024-05-14",)


def test_who_took_an_office_up_that_day_is_shown_by_the_report(record: Make, evidence: Evident) -> None:
    words = evidence("présidente")
    new = replace(HELD, start="2024-05-14", evidence=(*evidence("Anne Weiss"), *words))
    old = replace(new, person="Paul de la Roche", start="2017", evidence=(*evidence("Paul de la Roche"), *words))
    told = record(positions=(new, old), factuality=Factuality.REPORTED)
    assert (days(new, told), days(old, told)) == (("2024-05-14",), ())


def test_on_the_day_on_which_an_office_ends_nothing_but_a_part_shows_it(record: Make) -> None:
    ended = replace(HELD, start="2017", end="2024-05-14")
    assert days(ended, record(factuality=Factuality.REPORTED)) == ()
    assert days(ended, record(factuality=Factuality.REPORTED, participations=(part("s1"),))) == ("2024-05-14",)
    assert days(replace(HELD, end="2025"), record(factuality=Factuality.REPORTED)) == ("2024-05-14",)


def test_a_plural_gives_an_office_to_two_and_nobody_was_succeeded(record: Make, evidence: Evident) -> None:
    words = evidence("présidente")
    one = replace(HELD, position="vice-présidente", evidence=(*evidence("Anne Weiss"), *words))
    other = replace(one, person="Paul de la Roche", evidence=(*evidence("Paul de la Roche"), *words))
    assert days(other, record(positions=(one, other), factuality=Factuality.REPORTED)) == ("2024-05-14",)


@pytest.mark.parametrize("start", ["2024", None])
def test_without_a_dated_event_the_day_of_the_page_counts(record: Make, start: str | None) -> None:
    assert days(HELD, record(events=(Event(id="e1", title="Colloque", start=start),))) == ("2024-05-20",)


def test_the_day_on_which_a_programme_was_fetched_shows_nothing(record: Make) -> None:
    made = undated(record(events=TWO_DAYS))
    fetched = replace(made, document=replace(made.document, retrieved="2026-01-05T10:00:00"))
    assert days(HELD, fetched) == ()
    assert days(HELD, replace(fetched, events=())) == ("2026-01-05",)


def test_an_office_that_is_over_was_so_on_the_first_day_that_the_page_gives(record: Make) -> None:
    assert latest(HELD, record()) == "2024-05-14"
    assert latest(HELD, record(events=())) == "2024-05-20"
    assert latest(HELD, undated(record(events=()))) is None
