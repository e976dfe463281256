"""`kg link`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import PATH
from kg.cli.whose import today, user
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.cli.proposing import Linked

_WAYS = ("--answer", "--list", "--why", "--export", "--import", "--undo")


@click.command(name="link")
@click.argument("data", type=PATH, required=False)
@click.option("--profile", default="wikidata", show_default=True, metavar="NAME|FILE", help="The register to ask.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint instead of the one of the profile.")
@click.option(
    "--authority", "whole", is_flag=True, help="Look up the entries of the authority, too, that no page names."
)
@click.option("--only", multiple=True, metavar="NAME", help="Look up this thing only, by id or name; repeatable.")
@click.option(
    "--seconds", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="What a query may take."
)
@click.option("--offline", is_flag=True, help="Use what the endpoint has answered before, and nothing else.")
@click.option("--refresh", is_flag=True, help="Ask the endpoint again what it has answered before.")
@click.option("--answer", is_flag=True, help="Go through the open proposals, and accept or reject.")
@click.option("--list", "listed", is_flag=True, help="List the open proposals.")
@click.option("--why", nargs=2, metavar="A IRI", help="Say why A may be what stands under IRI.")
@click.option("--export", "out", type=PATH, help="Write the open proposals as a CSV table, for a colleague.")
@click.option("--import", "table", type=PATH, help="Read judgements from such a table.")
@click.option("--undo", is_flag=True, help="Take back your last judgement on a link.")
@click.option("--by", "by", metavar="NAME", help="Whose judgements they are.  [default: your name on this computer]")
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    data: Path | None,
    profile: str,
    endpoint: str | None,
    whole: bool,
    only: tuple[str, ...],
    seconds: float,
    offline: bool,
    refresh: bool,
    answer: bool,
    listed: bool,
    why: tuple[str, str] | None,
    out: Path | None,
    table: Path | None,
    undo: bool,
    by: str | None,
) -> None:
    """Propose what other registers call the actors and territories.

    DATA is a folder as `kg build` takes it; without it, the folder `data`. Looks the things that its pages name up in
    Wikidata, or in another register over SPARQL, and writes proposals to DATA/links. Nothing is taken over until you
    accept it with --answer or --import; the next `kg build` then has it as skos:exactMatch.
    """
    from kg.cli import proposing  # noqa: PLC0415 - loads every stage

    ways = (answer, listed, why is not None, out is not None, table is not None, undo)
    if sum(ways) > 1:
        raise InputError(f"{', '.join(_WAYS)} are different things.", hint="Give one of them.")
    if answer and not sys.stdin.isatty():
        raise InputError(
            "--answer asks its questions in a terminal, and standard input is none.",
            hint="Use --list, --why, or --export and --import.",
        )
    if offline and refresh:
        raise InputError("--offline asks nothing, and --refresh asks anew.", hint="Give one of them.")
    linked = proposing.opened(data or Path("data"), profile, endpoint)
    if not any(ways):
        how = proposing.How(whole=whole, only=only, seconds=seconds, offline=offline, refresh=refresh)
        proposing.look_up(linked, how)
    elif why is not None:
        proposing.explain(linked, *why)
    elif out is not None:
        proposing.export(linked, out)
    elif listed:
        proposing.list_open(linked)
    else:
        _judge(linked, by or user(), table, answer=answer)


def _judge(linked: "Linked", by: str, table: Path | None, *, answer: bool) -> None:
    from kg.cli import accepting  # noqa: PLC0415

    if table is not None:
        accepting.import_table(linked, table, by, today())
    elif answer:
        accepting.Session(linked, by, today()).run()
    else:
        accepting.undo(linked, by, today())
