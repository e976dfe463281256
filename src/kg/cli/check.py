"""`kg check`."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import PATH, graph_option, language_option

if TYPE_CHECKING:
    from kg.model import Issue

FORMATS = ("text", "jsonl")


@click.command(name="check")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("-o", "--output", "out", type=PATH, help="Write to a file instead of standard output.")
@click.option("--strict", is_flag=True, help="Fail on warnings, too.")
@click.option(
    "--authority",
    type=PATH,
    help="Look through the authority files of this folder instead of a graph.",
)
@language_option
@graph_option
def command(**options: Any) -> int:
    """Check the graph and say what to mend.

    Shapes and check queries are run, and every quote is compared with the stored text. Exit code 1 where there are
    errors. What the build noted of pages, records and names (`issues.jsonl`) is told as well.

    With --authority, the files of an authority are looked through: codes, languages, sources, names of two things,
    dates that contradict each other. What cannot be loaded is an error; what is left are warnings.
    """
    language: str = options["language"]
    issues = _of_authority(options["authority"]) if options["authority"] else _of_graph(options["graph"], language)
    return _report(issues, language, options)


def _of_graph(graph: Path, language: str) -> "tuple[Issue, ...]":
    from kg import check, query, store  # noqa: PLC0415

    folder = store.Folder(graph)
    found = check.report(query.trusted(graph), texts=folder.texts, language=language)
    return (*found, *check.noted(folder.issues))


def _of_authority(folder: Path) -> "tuple[Issue, ...]":
    from kg import pipeline, resolve  # noqa: PLC0415

    return resolve.review_authority(pipeline.authority_folders(folder))


def _report(issues: "tuple[Issue, ...]", language: str, options: Mapping[str, Any]) -> int:
    from kg import check  # noqa: PLC0415
    from kg.model import Severity  # noqa: PLC0415

    form, out = options["form"], options["out"]
    written = check.render(issues, language) if form == "text" else check.as_json_lines(issues)
    if out is None:
        click.echo(written, nl=False)
    else:
        from kg import files  # noqa: PLC0415

        files.write(out, written.encode("utf-8"))
    failing = {Severity.ERROR, Severity.WARNING} if options["strict"] else {Severity.ERROR}
    return int(any(issue.severity in failing for issue in issues))
