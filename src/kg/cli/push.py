"""`kg push`."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kg.cli.options import graph_option

if TYPE_CHECKING:
    from kg.push import Outcome, Via


@click.command(name="push")
@click.argument("url")
@graph_option
@click.option(
    "--via",
    type=click.Choice(("auto", "gsp", "update")),
    default="auto",
    show_default=True,
    help="Graph Store Protocol or SPARQL Update; auto finds out.",
)
@click.option("--query", "query_url", metavar="URL", help="Where the store answers queries, if that cannot be told.")
@click.option("--chunk", type=click.IntRange(min=1), metavar="N", help="Statements in one request.")
@click.option(
    "--timeout", type=click.FloatRange(min=1), default=120.0, show_default=True, help="Seconds for a request."
)
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--delete-others", is_flag=True, help="Remove our graphs of earlier builds that this one has not.")
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    url: str,
    graph: Path,
    via: str,
    query_url: str | None,
    chunk: int | None,
    timeout: float,
    dry_run: bool,
    delete_others: bool,
) -> None:
    """Load the built graph into a remote store.

    Graph by graph, in sorted chunks; a push that was interrupted goes on where it stopped. Everything is asked back
    and compared. Graphs that are not ours are left alone. Name and password come from the environment or the keyring:
    KG_ENDPOINT, KG_ENDPOINT_USER, KG_ENDPOINT_PASSWORD, KG_ENDPOINT_TOKEN.
    """
    from kg import push  # noqa: PLC0415

    chosen = cast("Via", "gsp" if dry_run else None) if via == "auto" else cast("Via", via)
    there = push.address(url, via=chosen, query_url=query_url, seconds=timeout)
    options = push.Options(chunk=chunk, dry_run=dry_run, delete_others=delete_others)
    outcome = push.push(graph, there, options, _told)
    if outcome.unreached:
        click.echo(f"kg: note: {outcome.unreached} Told without what it holds.", err=True)
    click.echo(_planned(outcome) if dry_run else _done(outcome))


def _told(what: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{what} {done:,} of {total:,} statements", err=True, nl=done >= total)


def _planned(outcome: "Outcome") -> str:
    plan = outcome.plan
    lines = [f"would send {plan.left:,} statements in {len(plan.waiting)} of {len(plan.graphs)} graphs"]
    lines += [f"  {len(graph):>9,} {graph.name}" for graph in plan.waiting]
    return "\n".join(lines + [f"  would stay: {name}" for name in plan.others])


def _done(outcome: "Outcome") -> str:
    plan = outcome.plan
    rewritten: Counter[str] = sum((c.rewritten for c in outcome.comparisons), Counter())
    exact = sum(not c.rewritten for c in outcome.comparisons)
    lines = [
        f"sent {plan.left:,} statements in {len(plan.waiting)} graphs",
        f"verified {plan.statements:,} statements in {len(plan.graphs)} graphs, {exact} with the same hash",
    ]
    lines += [f"  {count:,} spelt by the store in its own way: {kind}" for kind, count in sorted(rewritten.items())]
    if outcome.removed:
        lines.append(f"removed {len(outcome.removed)} graphs of earlier builds")
    elif plan.others:
        lines.append(f"{len(plan.others)} graphs of earlier builds stay there; --delete-others removes them")
    return "\n".join(lines)
