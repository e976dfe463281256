"""`kg check`."""

from pathlib import Path

import click

from kg.cli.options import PATH, graph_option, language_option

FORMATS = ("text", "jsonl")


@click.command(name="check")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("-o", "--output", "out", type=PATH, help="Write to a file instead of standard output.")
@click.option("--strict", is_flag=True, help="Fail on warnings, too.")
@language_option
@graph_option
def command(form: str, out: Path | None, strict: bool, language: str, graph: Path) -> int:
    """Check the graph and say what to mend.

    Shapes and check queries are run, and every quote is compared with the stored text. Exit code 1 where there are
    errors.
    """
    from kg import check, query, store  # noqa: PLC0415
    from kg.model import Severity  # noqa: PLC0415

    issues = check.report(query.open_graph(graph), texts=store.Folder(graph).texts, language=language)
    written = check.render(issues, language) if form == "text" else check.as_json_lines(issues)
    if out is None:
        click.echo(written, nl=False)
    else:
        from kg import files  # noqa: PLC0415

        files.write(out, written.encode("utf-8"))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(issue.severity in failing for issue in issues))
