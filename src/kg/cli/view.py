"""`kg view`."""

from pathlib import Path
from typing import Any, Final

import click

from kg.cli.answering import Limits
from kg.cli.limits import limits_options
from kg.cli.options import LANGUAGES, PATH, graph_option
from kg.cli.pairs import pairs

KINDS: Final = ("person", "organisation", "event", "session", "territory")
DESK: Final = "desk"


@click.command(name="view")
@click.option("-o", "--output", "out", type=PATH, default=Path("network.html"), show_default=True)
@click.option("--title", help="The heading of the page.")
@click.option("--language", type=click.Choice(LANGUAGES), default="fr", show_default=True)
@click.option("--query", metavar="NAME|FILE|SPARQL", help="Draw only what this query answers.")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter of the query.")
@click.option("--focus", metavar="NAME", help="Draw only what stands around this thing: a name or an identifier.")
@click.option("--depth", type=click.IntRange(0), default=1, show_default=True, help="So many steps around it.")
@click.option("--since", metavar="DATE", help="Draw only what is attested from this year, month or day on.")
@click.option("--until", metavar="DATE", help="Draw only what is attested up to this year, month or day.")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Draw only this kind; repeatable.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another one places the nodes another way.")
@click.option("--no-sparql", is_flag=True, help="Leave out SPARQL in the page, which saves 2 MB.")
@click.option(
    "--renderer",
    type=click.Choice((DESK, "pyvis")),
    default=DESK,
    show_default=True,
    help="What draws: the desk, or pyvis for a small graph that is to be pulled about by hand.",
)
@graph_option
@limits_options
@click.pass_context
def command(context: click.Context, /, out: Path, graph: Path, renderer: str, limits: Limits, **options: Any) -> None:
    """Write the interactive network as one HTML file.

    The file opens from disk in any current browser and needs no network. Everything in it can be searched, and each
    tie opens the words of the page that state it.
    """
    from kg import query, view  # noqa: PLC0415

    options["parameters"] = pairs(options["parameters"])
    options["sparql"] = not options.pop("no_sparql")
    if renderer != DESK:
        options = {name: value for name, value in options.items() if _is_given(context, name)}
    if limits.given:
        options["limits"] = limits.given
    view.write(query.trusted(graph), out, renderer=renderer, **options)
    click.echo(f"Wrote {out}: open it in a browser.", err=True)


def _is_given(context: click.Context, name: str) -> bool:
    """Whether an option was given on the command line, or is one that every renderer has."""
    if name in ("title", "language"):
        return True
    source = context.get_parameter_source("no_sparql" if name == "sparql" else name)
    return source is click.core.ParameterSource.COMMANDLINE
