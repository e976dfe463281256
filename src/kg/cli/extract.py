"""`kg extract`."""

import datetime
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import files, jsonl
from kg.cli.options import PATH, with_option
from kg.errors import KgBug, joined
from kg.model import Severity

if TYPE_CHECKING:
    from kg.harvest import Job, Ledger, Outcome

RAW = "raw"
"""The folder of fetched pages, beside the records."""


@click.command(name="extract")
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", "out", type=PATH, help="Write DIR/NAME.json for each page instead of standard output.")
@click.option("--format", "form", type=click.Choice(("json", "yaml")), default="json", show_default=True)
@click.option("--strict", is_flag=True, help="Stop at the first page that cannot be read.")
@click.option("--again", is_flag=True, help="With -o: also make records again that are there already.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=120,
    show_default=True,
    help="Of many pages, give one up that takes longer.",
)
@with_option
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    paths: tuple[str, ...],
    out: Path | None,
    form: str,
    strict: bool,
    again: bool,
    seconds: float,
    extra: tuple[str, ...],
) -> int:
    """Write what pages say as records for review.

    PATHS are pages (.txt, .md, .html, .pdf, .docx, .odt, .eml), folders of pages, globs in quotes, addresses of pages
    (https://…), or lists of addresses (.urls). A record holds the page's text, every named thing, event, participation
    and position in it, each with the place in the text where it is stated. With -o a run that was interrupted goes on
    where it was.
    """
    from kg import extract, harvest  # noqa: PLC0415 - loads every reader and rule

    extractors = extract.load_extractors(extra)
    jobs = harvest.find_jobs(paths)
    ledger = None if out is None else harvest.Ledger.of(out, form, extra)
    counts: Counter[str] = Counter()
    with _fetched_to(out) as raw, _shown(jobs) as tick:
        known = None if again else ledger
        alone = len(jobs) == 1
        many = harvest.harvest(jobs, _keeper(raw), known, raises=alone, extractors=extractors, seconds=seconds)
        for outcome in many:
            tick()
            if strict and outcome.error is not None:
                raise outcome.error
            counts[_settled(outcome, ledger, form, alone=alone)] += 1
    if out is not None:
        _sum_up(counts, out)
    return KgBug.exit_code if counts["bug"] else 2 if counts["unread"] else 0


def _settled(outcome: "Outcome", ledger: "Ledger | None", form: str, *, alone: bool) -> str:
    """Write the record of an outcome, or say why there is none; what became of it in a word."""
    if outcome.was_there:
        return "there"
    if outcome.record is None:
        click.echo(f"kg: {outcome.error}", err=True)
        return "bug" if isinstance(outcome.error, KgBug) else "unread"
    from kg import records  # noqa: PLC0415

    for issue in outcome.issues:
        if issue.severity is not Severity.NOTE:
            said = f"kg: {issue.severity.value}: {outcome.job.given}: {joined(issue.message, issue.action)}"
            click.echo(said.rstrip(), err=True)
    if ledger is None:
        click.echo(_written(records.to_json(outcome.record), form, alone=alone), nl=False)
    else:
        files.write(
            ledger.record(outcome.job.name), _written(records.to_json(outcome.record), form, alone=True).encode("utf-8")
        )
        ledger.note(outcome.job.name, outcome.state)
    return "written"


def _sum_up(counts: Counter[str], out: Path) -> None:
    there = f" {counts['there']} were there already (--again makes them again)." if counts["there"] else ""
    unread = counts["unread"] + counts["bug"]
    failed = f" {unread} could not be read." if unread else ""
    click.echo(f"Wrote {counts['written']} records to {out}.{there}{failed}", err=True)


@contextmanager
def _fetched_to(out: Path | None) -> Iterator[Path]:
    """The folder for fetched pages: beside the records, or for the time being."""
    if out is not None:
        yield out / RAW
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def _keeper(folder: Path) -> Any:
    visitors: list[Any] = []

    def keep(url: str) -> Any:
        from kg.source.fetch import keeping, web  # noqa: PLC0415 - only for what has an address

        visitors.extend([] if visitors else [web.Web()])
        today = datetime.datetime.now(datetime.UTC).date().isoformat()
        return keeping.keep(url, visitors[0], folder, day=today)

    return keep


@contextmanager
def _shown(jobs: "Sequence[Job]") -> Iterator[Any]:
    """A progress bar on a terminal, for more than one page; elsewhere nothing."""
    if len(jobs) < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=len(jobs), label="Extracting", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _written(record: dict[str, Any], form: str, *, alone: bool) -> str:
    if form == "yaml":
        import yaml  # noqa: PLC0415

        return "---\n" + yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    return jsonl.page(record) if alone else jsonl.line(record) + "\n"
