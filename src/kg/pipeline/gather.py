"""One record a document: the reviewed one where there is one, else what extraction finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import extract, records, source
from kg.errors import ContentError, InputError, SourceError
from kg.extract import Extractor
from kg.model import Document, Issue, Record, Severity
from kg.pipeline.inputs import Inputs


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
    pages: dict[str, Path] = {}
    for path in inputs.pages:
        document = _read(path, issues, alone=len(inputs.pages) == 1 and not reviewed)
        if document is None:
            continue
        if document.id in pages:
            raise ContentError(
                f"{path} and {pages[document.id]} give one document id, {document.id!r}.",
                hint="Rename one of the files.",
            )
        pages[document.id] = path
        if document.id in reviewed:
            issues.extend(_changed(document, reviewed[document.id], path))
        else:
            gathered[document.id], found = extract.extract(document, extractors)
            issues.extend(found)
    if not gathered:
        raise InputError(f"none of the {len(inputs.pages)} pages could be read: {issues[0].message}")
    return Gathered(records=tuple(gathered[one] for one in sorted(gathered)), issues=tuple(issues))


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


def _read(path: Path, issues: list[Issue], *, alone: bool) -> Document | None:
    try:
        return source.read(path)
    except (SourceError, InputError) as error:
        if alone:
            raise
        issues.append(
            Issue(
                stage="source",
                severity=Severity.WARNING,
                document=path.name,
                value="",
                message=error.message,
                action=error.hint or "Mend or remove the file; the other pages were built without it.",
            )
        )
        return None


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
