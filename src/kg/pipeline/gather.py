"""One record a document: the reviewed one where there is one, else what extraction finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import records, source
from kg.errors import ContentError, InputError, KgError, SourceError
from kg.extract import Extractor
from kg.harvest import Job, harvest
from kg.model import Document, Issue, Record, Severity
from kg.pipeline.inputs import Inputs
from kg.source.fetch.kept import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The records of a build, sorted by document, and what a person should see."""

    records: tuple[Record, ...]
    issues: tuple[Issue, ...]


def gather(inputs: Inputs, extractors: Sequence[Extractor] = ()) -> Gathered:
    """Read every page and record.

    A page that cannot be read becomes an Issue and the others go on; a broken record stops, for it is somebody's work.

    Raises:
        ContentError: a record breaks the format, or two documents have one id.
        InputError: a record cannot be read, or no page at all could be.
    """
    reviewed = _reviewed(inputs.records)
    gathered: dict[str, Record] = dict(reviewed)
    issues: list[Issue] = []
    pages = _pages(inputs.pages)
    alone = len(pages) == 1 and not reviewed
    for name in sorted(pages.keys() & reviewed.keys()):
        issues.extend(_compared(pages[name], reviewed[name]))
    jobs = [Job(name=name, path=path) for name, path in pages.items() if name not in reviewed]
    for outcome in harvest(jobs, _no_web, raises=alone, extractors=extractors):
        issues.extend(outcome.issues)
        if outcome.record is not None:
            gathered[outcome.job.name] = outcome.record
        elif outcome.error is not None:
            issues.append(_unread(outcome.job.path or Path(), outcome.error))
    if not gathered:
        raise InputError(f"none of the {len(inputs.pages)} pages could be read: {issues[0].message}")
    return Gathered(records=tuple(gathered[one] for one in sorted(gathered)), issues=tuple(issues))


def _pages(paths: Iterable[Path]) -> dict[str, Path]:
    """The pages by the ids of their documents."""
    pages: dict[str, Path] = {}
    for path in paths:
        name = source.document_id(path)
        if name in pages:
            raise ContentError(
                f"{path} and {pages[name]} give one document id, {name!r}.", hint="Rename one of the files."
            )
        pages[name] = path
    return pages


def _no_web(url: str) -> Kept:
    raise InputError(f"{url} is not fetched by a build.", hint="Fetch it with `kg extract` first.")


def _reviewed(paths: Iterable[Path]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for path in paths:
        record = records.read(path).as_reviewed()
        if record.document.id in found:
            raise ContentError(
                f"{path}: there is another record of the document {record.document.id!r}.", hint="Keep one of the two."
            )
        found[record.document.id] = record
    return found


def _unread(path: Path, error: KgError) -> Issue:
    return Issue(
        stage="source",
        severity=Severity.WARNING,
        document=path.name,
        value="",
        message=error.message,
        action=error.hint or "Mend or remove the file; the other pages were built without it.",
    )


def _compared(path: Path, record: Record) -> Iterable[Issue]:
    """What a person should know of a page that has a reviewed record."""
    try:
        document = source.read(path)
    except (SourceError, InputError) as error:
        yield _unread(path, error)
        return
    yield from _changed(document, record, path)


def _changed(document: Document, record: Record, path: Path) -> Iterable[Issue]:
    if document.sha256 != record.document.sha256:
        yield Issue(
            stage="source",
            severity=Severity.WARNING,
            document=document.id,
            value=path.name,
            message="the page has changed since its record was reviewed; the record and the text it holds were used.",
            action="Compare `kg extract` of the page with the record, and bring the record up to date.",
        )
