"""`kg query`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import PATH, graph_option, pairs

if TYPE_CHECKING:
    from kg.query import Answer, Table

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "jsonld")


@click.command(name="query")
@click.argument("question", metavar="NAME|FILE|SPARQL")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter of the query.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("-o", "--output", "out", type=PATH, help="Write to a file instead of standard output.")
@graph_option
@click.option("--endpoint", metavar="URL", help="Ask a remote SPARQL endpoint instead of the built graph.")
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    question: str,
    parameters: tuple[str, ...],
    form: str,
    out: Path | None,
    graph: Path,
    endpoint: str | None,
) -> None:
    """Answer a named query, a .rq file or SPARQL.

    `kg queries` lists the named queries with their parameters. Named things can be given by any of their names:
    `kg query holders-of-a-post -p organisation="IHK Saarland"`.
    """
    from kg import query  # noqa: PLC0415

    engine = query.open_graph(graph) if endpoint is None else query.remote(endpoint)
    named = query.question(question)
    answer = engine.run(named.text, query.bind(named, pairs(parameters), engine))
    written = query.written(answer, form) if form != "table" else _table(answer)
    if out is None:
        click.echo(written, nl=False)
    else:
        from kg import files  # noqa: PLC0415

        files.write(out, written.encode("utf-8"))


def _table(answer: "Answer") -> str:
    from kg import query  # noqa: PLC0415
    from kg.cli.table import drawn  # noqa: PLC0415

    if isinstance(answer, bool):
        return "yes\n" if answer else "no\n"
    if isinstance(answer, query.Table):
        rows = [[query.shown(term) for term in row] for row in answer.rows]
        return drawn(answer.columns, rows, spare=_iri_columns(answer))
    return drawn(("subject", "predicate", "object"), [[query.shown(term) for term in triple] for triple in answer])


def _iri_columns(table: "Table") -> list[str]:
    """The columns of nothing but IRIs: the first to go where a terminal is narrow, for the names stand beside them."""
    return [
        name
        for i, name in enumerate(table.columns)
        if {term.kind for row in table.rows if (term := row[i]) is not None} == {"iri"}
    ]
