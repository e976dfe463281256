"""`kg network`."""

import sys
from pathlib import Path

import click

from kg.cli.export import PROJECTIONS
from kg.cli.options import PATH, graph_option
from kg.errors import InputError

FORMATS = ("table", "csv", "graphml", "gexf")


@click.command(name="network")
@click.option("--projection", type=click.Choice(PROJECTIONS), default="events", show_default=True)
@click.option("--metrics", is_flag=True, help="The measures of each actor instead of the ties.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("-o", "--output", "out", type=PATH, help="Write to a file instead of standard output.")
@graph_option
def command(projection: str, metrics: bool, form: str, out: Path | None, graph: Path) -> None:
    """Write who is tied to whom, with measures.

    A projection makes ties of what actors did together: `events` ties actors to events, `people`, `organisations` and
    `territories` tie actors that met. docs/network.md says what a tie means.
    """
    from kg import network, query  # noqa: PLC0415

    if metrics and form in ("graphml", "gexf"):
        raise InputError(f"--metrics gives a table and not {form}.", hint="Use --format table or csv.")
    drawn = network.project(query.trusted(graph), projection)
    if form in ("graphml", "gexf"):
        data = network.to_graphml(drawn) if form == "graphml" else network.to_gexf(drawn)
    else:
        columns, rows = network.measures(drawn) if metrics else network.ties(drawn)
        data = _written(columns, rows, form).encode("utf-8")
    if out is None:
        sys.stdout.buffer.write(data)
    else:
        from kg import files  # noqa: PLC0415

        files.write(out, data)


def _written(columns: tuple[str, ...], rows: list[tuple[str, ...]], form: str) -> str:
    if form == "table":
        from kg.cli.table import drawn  # noqa: PLC0415
        from kg.query import short  # noqa: PLC0415

        iris = [name for i, name in enumerate(columns) if rows and all(row[i].startswith("http") for row in rows)]
        return drawn(columns, [[short(cell) for cell in row] for row in rows], spare=iris)
    from kg import export  # noqa: PLC0415

    return export.to_csv(columns, rows)
