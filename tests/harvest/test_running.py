"""Jobs to outcomes: in order, on one core or all, each job for itself."""

from pathlib import Path

import pytest

from kg.errors import InputError, SourceError
from kg.harvest import Ledger, find_jobs, harvest
from kg.source.fetch.kept import Kept


def no_web(url: str) -> Kept:
    raise SourceError(f"{url} cannot be fetched.")


def test_many_pages_by_many_workers_give_what_one_gives(pages: Path) -> None:
    (pages / "p4.txt").write_bytes(b"\x00")
    jobs = find_jobs([str(pages)])
    many = list(harvest(jobs, no_web))
    few = [outcome for start in (0, 5) for outcome in harvest(jobs[start : start + 5], no_web)]
    assert [outcome.job for outcome in many] == list(jobs)
    assert [(one.record, one.issues, str(one.error)) for one in many] == [
        (one.record, one.issues, str(one.error)) for one in few
    ]
    assert [n for n, outcome in enumerate(many) if outcome.record is None] == [4]
    assert "p4.txt" in str(many[4].error)


def test_one_page_raises_what_is_wrong_with_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(harvest(find_jobs([str(tmp_path / "none.txt")]), no_web, raises=True))


def test_a_page_that_cannot_be_fetched_does_not_stop_the_others(pages: Path) -> None:
    jobs = find_jobs(["https://example.org/a", str(pages / "p1.txt")])
    first, second = harvest(jobs, no_web)
    assert "cannot be fetched" in str(first.error)
    assert second.record is not None


def test_a_fetched_page_has_its_own_id_and_address(pages: Path) -> None:
    jobs = find_jobs(["https://example.org/a"])
    (outcome,) = harvest(jobs, lambda url: Kept(path=pages / "p1.txt", url=f"{url}/final"))
    assert outcome.record is not None
    assert outcome.record.document.id == "example-org-a"
    assert outcome.record.document.source == "https://example.org/a/final"


def test_what_is_done_is_not_done_again(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "records"
    out.mkdir()
    jobs = find_jobs([str(pages)])
    ledger = Ledger.of(out, "json")
    for outcome in list(harvest(jobs, no_web, ledger))[:6]:
        ledger.record(outcome.job.name).write_text("{}", "utf-8")
        ledger.note(outcome.job.name, outcome.state)
    (pages / "p2.txt").write_text("Réunion du 9 juin 2021 à Metz", "utf-8")
    again = list(harvest(jobs, no_web, Ledger.of(out, "json")))
    assert [outcome.was_there for outcome in again] == [True, True, False, *[True] * 3, *[False] * 4]


@pytest.mark.slow
def test_a_page_that_takes_too_long_is_given_up_and_tried_again_the_next_time(pages: Path, tmp_path: Path) -> None:
    line = "Am 3. Juni 2021 sprach Anna Muster, Direktorin des Instituts für Grenzfragen, in Trier.\n"
    (pages / "p5.txt").write_text(line * 200_000, "utf-8")
    jobs = find_jobs([str(pages)])
    ledger = Ledger.of(tmp_path / "records", "json")
    outcomes = list(harvest(jobs, no_web, ledger, seconds=4))
    assert [n for n, outcome in enumerate(outcomes) if outcome.record is None] == [5]
    assert isinstance(outcomes[5].error, SourceError)
    assert "p5.txt: given up after 4 seconds" in str(outcomes[5].error)
    assert not ledger.holds("p5", outcomes[5].state)
