"""`kg view`."""

from pathlib import Path

import click

from kg.cli.options import LANGUAGES, PATH, graph_option


@click.command(name="view")
@click.option("-o", "--output", "out", type=PATH, default=Path("network.html"), show_default=True)
@click.option("--title", help="The heading of the page.")
@click.option("--language", type=click.Choice(LANGUAGES), default="fr", show_default=True)
@graph_option
def command(out: Path, title: str | None, language: str, graph: Path) -> None:
    """Write the interactive network as one HTML file.

    The file opens from disk in any current browser and needs no network. Everything in it can be searched, and each
    tie opens the words of the page that state it.
    """
    from kg import query, view  # noqa: PLC0415

    view.write(query.open_graph(graph), out, title=title, language=language)
    click.echo(f"Wrote {out}: open it in a browser.", err=True)
