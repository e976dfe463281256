"""One page to its record: what a worker does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg import extract, source
from kg.errors import KgBug, KgError
from kg.extract import Extractor
from kg.harvest.jobs import Job
from kg.model import Document, Issue, Record, Severity

_WHAT_TO_DO = "Compare the stored text with the page; save the page again as UTF-8."


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A job whose page lies in a file."""

    job: Job
    path: Path
    url: str | None = None
    """Where the page was fetched from."""
    state: str = ""
    """What the page was like when the work began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a job: a record, or why there is none."""

    job: Job
    record: Record | None = None
    """Without the blocks of its document, which nobody needs once they are read."""
    issues: tuple[Issue, ...] = ()
    error: KgError | None = None
    was_there: bool = False
    """Whether its record was written in an earlier run."""
    state: str = ""


def work(task: Task, extractors: Sequence[Extractor] = ()) -> Outcome:
    """Read and extract one page; what goes wrong is told, never raised."""
    try:
        return extracted(task, extractors)
    except KgError as error:
        return Outcome(job=task.job, error=error)
    except Exception as error:  # noqa: BLE001 - one page must not take the others down
        said = f"{task.job.given}: a fault of kg itself: {type(error).__name__}: {error}"
        return Outcome(job=task.job, error=KgBug(" ".join(said.split()), hint="Please report it with the page."))


def extracted(task: Task, extractors: Sequence[Extractor] = ()) -> Outcome:
    """The same, raising what goes wrong."""
    fetched = task.job.url is not None
    document = source.read(task.path, name=task.job.name if fetched else None, url=task.url)
    record, issues = extract.extract(document, extractors)
    return Outcome(
        job=task.job,
        record=replace(record, document=replace(document, blocks=())),
        issues=(*findings(document), *issues),
        state=task.state,
    )


def findings(document: Document) -> Iterator[Issue]:
    """What was lost or guessed while a page was read, for a person to see."""
    for remark in document.remarks:
        yield Issue(
            stage="source",
            severity=Severity.WARNING,
            document=document.id,
            value="",
            message=remark,
            action=_WHAT_TO_DO,
        )
