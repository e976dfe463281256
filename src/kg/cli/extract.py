"""`kg extract`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import files, jsonl
from kg.cli.options import PATH, with_option
from kg.errors import InputError, KgError
from kg.model import Issue, Severity

if TYPE_CHECKING:
    from kg.extract import Extractor


@click.command(name="extract")
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option("-o", "--output", "out", type=PATH, help="Write DIR/NAME.json for each page instead of standard output.")
@click.option("--format", "form", type=click.Choice(("json", "yaml")), default="json", show_default=True)
@click.option("--strict", is_flag=True, help="Stop at the first page that cannot be read.")
@with_option
def command(paths: tuple[Path, ...], out: Path | None, form: str, strict: bool, extra: tuple[str, ...]) -> int:
    """Write what pages say as records for review.

    PATHS are pages (.txt, .md, .html) or folders of pages. A record holds the page's text, every named thing, event,
    participation and position in it, each with the place in the text where it is stated.
    """
    from kg.extract import load_extractors  # noqa: PLC0415

    extractors = load_extractors(extra)
    pages = _pages(paths)
    unread = 0
    for name, path in _names(pages):
        record = _extracted(path, extractors, strict=strict or len(pages) == 1)
        if record is None:
            unread += 1
        elif out is None:
            click.echo(_written(record, form, alone=len(pages) == 1), nl=False)
        else:
            files.write(out / f"{name}.{form}", _written(record, form, alone=True).encode("utf-8"))
    if out is not None:
        click.echo(f"Wrote {len(pages) - unread} records to {out}.", err=True)
    return 2 if unread else 0


def _pages(paths: Iterable[Path]) -> list[Path]:
    from kg import source  # noqa: PLC0415

    found = [page for path in paths for page in (source.pages(path) if path.is_dir() else [path])]
    if not found:
        raise InputError(
            f"no page that kg can read in {', '.join(map(str, paths))}.", hint="kg reads .txt, .md, .html."
        )
    return found


def _names(pages: list[Path]) -> Iterator[tuple[str, Path]]:
    """Each page with the name of its record: the stem of the file, or the whole name where two share a stem."""
    stems = [page.stem for page in pages]
    for page in pages:
        yield (page.stem if stems.count(page.stem) == 1 else page.name), page


def _extracted(path: Path, extractors: "Sequence[Extractor]", *, strict: bool) -> dict[str, Any] | None:
    from kg import extract, records, source  # noqa: PLC0415

    try:
        document = source.read(path)
    except KgError as error:
        if strict:
            raise
        click.echo(f"kg: {error}", err=True)
        return None
    record, issues = extract.extract(document, extractors)
    for issue in issues:
        _tell(issue, path)
    return records.to_json(record)


def _tell(issue: Issue, path: Path) -> None:
    if issue.severity is not Severity.NOTE:
        click.echo(f"kg: {issue.severity.value}: {path}: {issue.message} {issue.action}".rstrip(), err=True)


def _written(record: dict[str, Any], form: str, *, alone: bool) -> str:
    if form == "yaml":
        import yaml  # noqa: PLC0415

        return "---\n" + yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    return jsonl.page(record) if alone else jsonl.line(record) + "\n"
