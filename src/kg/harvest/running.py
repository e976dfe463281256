"""Jobs to outcomes: pages are fetched one after the other, then read and extracted on all cores."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.errors import KgError, SourceError
from kg.extract import Extractor
from kg.harvest.jobs import Job
from kg.harvest.ledger import Ledger, state_of
from kg.harvest.work import Outcome, Task, extracted, work
from kg.source.fetch.kept import Kept
from kg.source.raw import OFFICE

SECONDS = 120.0
"""A page that takes longer is given up; most take milliseconds, a book of a thousand pages takes some seconds."""
FEW = 8
"""Fewer pages than this are read sooner than workers are ready, unless there are PDFs among them."""

Keep = Callable[[str], Kept]
"""Fetches an address and keeps its page in a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """A job that needs no worker any more."""

    outcome: Outcome


def harvest(  # noqa: PLR0913 - what is asked for, and five ways to do it otherwise
    jobs: Sequence[Job],
    keep: Keep,
    ledger: Ledger | None = None,
    *,
    raises: bool = False,
    extractors: Sequence[Extractor] = (),
    seconds: float | None = SECONDS,
) -> Iterator[Outcome]:
    """The outcome of each job, in order; one job that fails does not concern the others.

    Args:
        jobs: the pages.
        keep: fetches an address; asked only for jobs that have one.
        ledger: what is done already and need not be done again.
        raises: whether what goes wrong with a page is raised, not told in its outcome.
        extractors: others that may propose items; they are asked here, page by page, for they may hold what cannot be
            sent to another process (a connection, a model).
        seconds: how long a worker may take for one page before it is ended and the page given up; None for no limit.
            Pages that are read without workers, because they are few, have none.
    """
    if raises:
        begun = (_begun(job, keep, ledger) for job in jobs)
        yield from (one.outcome if isinstance(one, _Ended) else extracted(one, extractors) for one in begun)
        return
    prepared = (_prepared(job, keep, ledger) for job in jobs)
    if extractors or (len(jobs) < FEW and not any(map(_is_office, jobs))):
        yield from (_done(one, extractors) for one in prepared)
    else:
        from kg.harvest.crew import Crew  # noqa: PLC0415 - processes only where there is work for them

        crew: Crew[Task | _Ended, Outcome] = Crew(_done, partial(_lost, seconds=seconds), seconds=seconds)
        yield from crew.outcomes(prepared)


def _prepared(job: Job, keep: Keep, ledger: Ledger | None) -> "Task | _Ended":
    """The task of a job, or its outcome where it is done or cannot be begun."""
    try:
        return _begun(job, keep, ledger)
    except KgError as error:
        return _Ended(outcome=Outcome(job=job, error=error))


def _begun(job: Job, keep: Keep, ledger: Ledger | None) -> "Task | _Ended":
    state = job.url or state_of(job.path or Path())
    if ledger is not None and state and ledger.holds(job.name, state):
        return _Ended(outcome=Outcome(job=job, was_there=True))
    if job.url is None:
        return Task(job=job, path=job.path or Path(), state=state)
    kept = keep(job.url)
    return Task(job=job, path=kept.path, url=kept.url, state=state)


def _is_office(job: Job) -> bool:
    return job.path is not None and job.path.suffix.lower() in OFFICE


def _done(one: "Task | _Ended", extractors: Sequence[Extractor] = ()) -> Outcome:
    return one.outcome if isinstance(one, _Ended) else work(one, extractors)


def _lost(one: "Task | _Ended", late: bool, *, seconds: float | None) -> Outcome:
    if isinstance(one, _Ended):
        return one.outcome
    if late:
        said = f"{one.job.given}: given up after {seconds:g} seconds; the other pages are not concerned."
        hint = "Look at the file, cut it into parts, or give it more time with --seconds."
    else:
        said = f"{one.job.given}: the process that read it was ended by the system (a crash, or no memory left)."
        hint = "Look at the file, or cut it into parts."
    return Outcome(job=one.job, error=SourceError(said, hint=hint))
