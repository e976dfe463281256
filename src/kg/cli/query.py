"""`kg query`."""

from pathlib import Path

import click

from kg.cli.answering import FORMATS, Asked, Limits, answer
from kg.cli.completing import parameters_of, query_names
from kg.cli.limits import limits_options
from kg.cli.options import PATH, graph_option


@click.command(name="query")
@click.argument("question", metavar="NAME|FILE|SPARQL", shell_complete=query_names)
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="KEY=VALUE",
    shell_complete=parameters_of,
    help="A parameter of the query.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("-o", "--output", "out", type=PATH, help="Write to a file instead of standard output.")
@click.option("--card", is_flag=True, help="Add what makes the answer citable: checksums, versions, a citation.")
@click.option("--coverage", is_flag=True, help="Add what stands behind the answer, and the answer without each source.")
@graph_option
@click.option("--endpoint", metavar="URL", help="Ask a remote SPARQL endpoint instead of the built graph.")
@limits_options
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    question: str,
    parameters: tuple[str, ...],
    form: str,
    out: Path | None,
    card: bool,
    coverage: bool,
    graph: Path,
    endpoint: str | None,
    limits: Limits,
) -> None:
    """Answer a named query, a .rq file or SPARQL.

    `kg queries` lists the named queries with their parameters. Named things can be given by any of their names:
    `kg query holders-of-a-post -p organisation="IHK Saarland"`. What was asked is said on standard error.

    A query that is not one of kg's own runs in a process of its own, with limits of time, memory and size.
    """
    answer(Asked(question, parameters, form, out, card, coverage, graph, endpoint, limits))
