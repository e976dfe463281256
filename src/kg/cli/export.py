"""`kg export`."""

import sys
from pathlib import Path

import click

from kg.cli.options import PATH, graph_option
from kg.errors import InputError

FORMATS = ("turtle", "jsonld", "trig", "nquads", "ntriples", "rdfxml", "csv", "graphml", "gexf")
PROJECTIONS = ("events", "people", "organisations", "territories", "countries")


@click.command(name="export")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("-o", "--output", "out", type=PATH, help="Write to a file instead of standard output.")
@click.option(
    "--projection",
    type=click.Choice(PROJECTIONS),
    default="events",
    show_default=True,
    help="Who is tied to whom in graphml and gexf.",
)
@graph_option
def command(format_name: str, out: Path | None, projection: str, graph: Path) -> None:
    """Write the graph in another format.

    FORMAT is turtle, jsonld, trig, nquads, ntriples, rdfxml, csv (a zip of tables), graphml or gexf.
    """
    from kg import export, query  # noqa: PLC0415

    if out is None and format_name == "csv" and sys.stdout.isatty():
        raise InputError("csv is a zip of tables and no text for a terminal.", hint="Name a file: -o tables.zip.")
    engine = query.trusted(graph)
    if out is None:
        sys.stdout.buffer.write(export.to_bytes(engine, format_name, projection=projection))
    else:
        export.export(engine, format_name, out, projection=projection)
        click.echo(f"Wrote {out}.", err=True)
