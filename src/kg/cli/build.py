"""`kg build`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import PATH, with_option
from kg.errors import InputError, joined

if TYPE_CHECKING:
    from kg.model import Issue
    from kg.pipeline import Summary

SHOWN = 5
"""How many warnings are shown; the others stand in issues.jsonl."""


@click.command(name="build")
@click.argument("data", type=PATH, required=False)
@click.option("-o", "--output", "out", type=PATH, default=Path("build"), show_default=True, help="The output folder.")
@click.option("--sample", is_flag=True, help="Build the sample data that comes with kg.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@with_option
def command(data: Path | None, out: Path, sample: bool, strict: bool, extra: tuple[str, ...]) -> None:
    """Build the graph of a data folder: the whole path.

    DATA is a folder with documents/ (pages), records/ (reviewed), authority/ and decisions/, or simply a folder of
    pages, or one page. Without DATA the folder `data` is taken. The output folder is replaced whole when everything
    has succeeded, and left as it is when anything has not.
    """
    from kg import assets, extract, pipeline  # noqa: PLC0415 - loads every stage

    if sample and data is not None:
        raise InputError("--sample builds the sample data and takes no DATA folder.", hint="Leave out one of the two.")
    where = assets.path("data") if sample else data or Path("data")
    summary = pipeline.build(where, out, strict=strict, extractors=extract.load_extractors(extra))
    _show_issues(summary)
    _show_counts(summary)
    _show_places(summary.folder)


def _show_issues(summary: "Summary") -> None:
    from kg.model import Severity  # noqa: PLC0415

    warnings = [issue for issue in summary.issues if issue.severity is Severity.WARNING]
    for issue in warnings[:SHOWN]:
        click.echo(f"kg: warning: {_where(issue)}: {joined(issue.message, issue.action)}", err=True)
    if len(warnings) > SHOWN:
        told = "kg check" if summary.folder == Path("build") else f"kg check --graph {summary.folder}"
        click.echo(f"kg: and {len(warnings) - SHOWN} more warnings: `{told}` tells all of them", err=True)
    kinds = Counter(issue.severity.value for issue in summary.issues)
    if kinds:
        counted = ", ".join(f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in sorted(kinds.items(), reverse=True))
        click.echo(f"kg: {counted} to look at: {summary.folder / 'issues.jsonl'}", err=True)


def _where(issue: "Issue") -> str:
    from kg.query import short  # noqa: PLC0415

    return short(issue.document)


def _show_counts(summary: "Summary") -> None:
    documents = f"{summary.documents} document{'' if summary.documents == 1 else 's'}"
    click.echo(f"Built {summary.quads:,} statements from {documents} ({summary.reviewed} reviewed):")
    for plural, count in summary.counts:
        click.echo(f"  {count:>6,}  {plural}")


def _show_places(folder: Path) -> None:
    places = (
        ("network.html", "the network: open it in a browser"),
        ("graph.ttl", "the graph as Turtle"),
        ("graph.jsonld", "the graph as JSON-LD"),
        ("graph.nq", "the graph as N-Quads, from which store/ can always be rebuilt"),
        ("records/", "what each page says: review a record, then keep it in records/ of your data folder"),
        ("issues.jsonl", "what a person should look at; `kg check` says it in words"),
    )
    click.echo(f"In {folder.absolute()}:")
    for name, what in places:
        click.echo(f"  {name:<14}{what}")
    option = "" if folder == Path("build") else f" --graph {folder}"
    click.echo(f"Ask it: kg queries; kg query cross-border-ties{option}")
