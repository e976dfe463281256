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
    issues: list[Issue] = list(_listed_for_nothing(inputs.pages))
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
    issues.extend(_without_twins(gathered))
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


def _listed_for_nothing(paths: tuple[Path, ...]) -> Iterable[Issue]:
    """Entries of sources.yaml that name no page; a sources.yaml out of order stops the build."""
    folders = {folder for path in paths for folder in (path.parent, path.parent.parent)}
    names = {path.name for path in paths}
    for folder in sorted(folders):
        for name in source.listed(folder):
            if name not in names and not any((folder / part / name).exists() for part in ("", "documents")):
                yield Issue(
                    stage="source",
                    severity=Severity.WARNING,
                    document="sources.yaml",
                    value=name,
                    message=f"{folder / 'sources.yaml'} speaks of {name}, and there is no such page.",
                    action="Correct the name there, or take the entry out.",
                )


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


def _without_twins(gathered: dict[str, Record]) -> Iterable[Issue]:
    """Take out documents whose text another one has: one source must not count twice."""
    first: dict[str, Record] = {}
    for record in sorted(gathered.values(), key=lambda r: (not r.reviewed, r.document.id)):
        other = first.setdefault(record.document.sha256, record)
        if other is record:
            continue
        both = f"the documents {other.document.id!r} and {record.document.id!r} hold the same text"
        if other.reviewed:
            hint = "A reviewed record has the id of its page, the file name without its ending; keep one of the two."
            raise ContentError(f"{both}.", hint=hint)
        del gathered[record.document.id]
        yield Issue(
            stage="source",
            severity=Severity.WARNING,
            document=record.document.id,
            value=other.document.id,
            message=f"{both}; only the first was used.",
            action="Take one of the two pages out.",
        )


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
