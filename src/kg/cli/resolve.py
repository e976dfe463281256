"""`kg resolve`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import PATH
from kg.cli.whose import today, user
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.pipeline import Identity


@click.command(name="resolve")
@click.argument("data", type=PATH, required=False)
@click.option("--by", "by", metavar="NAME", help="Whose judgements they are.  [default: your name on this computer]")
@click.option("--why", nargs=2, metavar="A B", help="Say why A and B are one thing, or two.")
@click.option("--export", "out", type=PATH, help="Write the open questions as a CSV table, for a colleague.")
@click.option("--import", "table", type=PATH, help="Read judgements from such a table.")
@click.option("--undo", is_flag=True, help="Take back your last judgement.")
@click.option("--list", "listed", is_flag=True, help="List the open questions.")
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    data: Path | None,
    by: str | None,
    why: tuple[str, str] | None,
    out: Path | None,
    table: Path | None,
    undo: bool,
    listed: bool,
) -> None:
    """Answer what is open about who is who, and see why.

    DATA is a folder as `kg build` takes it; without it, the folder `data`. The questions come one by one, the most
    useful first, with the evidence of both sides. Each judgement is written to DATA/decisions at once; the next
    `kg build` keeps to it. A and B are ids, names, or DOCUMENT/NAME.
    """
    from kg import pipeline  # noqa: PLC0415 - loads every stage

    ways = [why is not None, out is not None, table is not None, undo, listed]
    if sum(ways) > 1:
        raise InputError("--why, --export, --import, --undo and --list are different things.", hint="Give one of them.")
    if not any(ways) and not sys.stdin.isatty():
        raise InputError(
            "kg resolve asks its questions in a terminal, and standard input is none.",
            hint="Use --list, --why, or --export and --import.",
        )
    identity = pipeline.open_identity(data or Path("data"))
    whose = by or user()
    if why is not None:
        _explain(identity, *why)
    elif out is not None:
        _export(identity, out)
    elif table is not None:
        _import(identity, table, whose)
    elif undo:
        _undo(identity, whose)
    elif listed:
        _list(identity)
    else:
        from kg.cli.asking import Session  # noqa: PLC0415

        Session(identity, whose, today()).run()


def _explain(identity: "Identity", a: str, b: str) -> None:
    from kg import resolve  # noqa: PLC0415

    left, right = (resolve.find_node(text, identity.worked, identity.authority) for text in (a, b))
    for line in resolve.explain(left, right, identity.worked, identity.authority, identity.decisions):
        click.echo(line)


def _export(identity: "Identity", out: Path) -> None:
    from kg import files, resolve  # noqa: PLC0415

    questions = identity.worked.questions
    text = resolve.to_csv(questions, identity.worked, identity.authority)
    files.write(out, text.encode("utf-8-sig"))
    click.echo(f"{len(questions)} open question(s) in {out}: fill in `judgement` (same, different, unsure).", err=True)


def _import(identity: "Identity", table: Path, by: str) -> None:
    from kg import files, resolve  # noqa: PLC0415

    read = resolve.from_csv(files.read_text(table), str(table), by, today())
    new = [resolve.with_sources(one, identity.records) for one in resolve.not_yet(read, identity.decisions)]
    identity.with_decisions((*identity.decisions, *new))
    if new:
        resolve.append(identity.folder, new)
    click.echo(f"{len(new)} new judgement(s) of {len(read)} in {table}.", err=True)


def _undo(identity: "Identity", by: str) -> None:
    from kg import resolve  # noqa: PLC0415

    last = resolve.last_of(resolve.parted(identity.decisions)[0], by)
    resolve.append(identity.folder, [resolve.taking_back(last, by, today())])
    click.echo(f"taken back: {_said(last)}", err=True)


def _said(decision: object) -> str:
    from kg.cli.sitting import said  # noqa: PLC0415
    from kg.model import Decision  # noqa: PLC0415

    assert isinstance(decision, Decision)
    return said(decision)


def _list(identity: "Identity") -> None:
    from kg.cli.sitting import called  # noqa: PLC0415

    for question in identity.worked.questions:
        sides = f"{called(question.left)} | {called(question.right)}"
        click.echo(f"{question.score:+.1f}  {sides}  ({'; '.join(question.reasons)})")
    if not identity.worked.questions:
        click.echo("Nothing is open.", err=True)
