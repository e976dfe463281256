"""The judgements of `kg link`: accept, reject, leave open, and take back."""

import shutil
from pathlib import Path

import click

from kg import files, link, resolve
from kg.cli.asking import HELP, KEYS, beside, pressed, said
from kg.cli.proposing import Linked
from kg.link import Proposal
from kg.model import Decision, Judgement


class Session:
    """One sitting: shows thing and item beside each other, writes each answer down at once."""

    def __init__(self, linked: Linked, by: str, day: str) -> None:
        self._linked = linked
        self._by = by
        self._day = day
        self._open = linked.open()
        self._made: list[tuple[Decision, list[Proposal]]] = []
        self._skipped = 0

    def run(self) -> None:
        """Ask until nothing is open or the person has had enough."""
        reason = ""
        while self._open:
            key = self._ask(self._open[0], reason)
            if key in KEYS:
                self._answer(self._open[0], KEYS[key], reason)
                reason = ""
            elif key == "r":
                reason = click.prompt("Reason", default="", show_default=False)
            elif key == "z":
                self._undo()
            elif key == "q":
                break
            elif key in {"k", " ", "\r", "\n"}:
                self._skipped += 1
                del self._open[0]
            else:
                click.echo(HELP)
        left = len(self._open) + self._skipped
        rest = f"{left} left open" if left else "Nothing is open any more"
        click.echo(f"{rest}; {len(self._made)} judgement(s) written to {self._linked.identity.folder}.")

    def _ask(self, one: Proposal, reason: str) -> str:
        identity = self._linked.identity
        mark = "Likely" if one.likely else "Possible"
        click.echo()
        click.echo(f"{len(self._open)} open. Is this the same thing? {mark}, score {one.score:+.1f}")
        left = resolve.side_of(one.side, identity.worked, identity.authority)
        for line in beside(left, link.item_side(one), shutil.get_terminal_size().columns):
            click.echo(line)
        return pressed(reason)

    def _answer(self, one: Proposal, judgement: Judgement, reason: str) -> None:
        identity = self._linked.identity
        decision = resolve.with_sources(one.decision(judgement, self._by, self._day, reason), identity.records)
        resolve.append(identity.folder, [decision])
        number = identity.worked.clusters.number
        settled = [
            other
            for other in self._open
            if other is one or (judgement is Judgement.SAME and number(other.side) == number(one.side))
        ]
        self._made.append((decision, settled))
        self._open = [other for other in self._open if other not in settled]
        click.echo(f"written down: {said(decision)}")

    def _undo(self) -> None:
        """Take back the last answer of this sitting, and ask again."""
        if not self._made:
            click.echo("nothing to take back in this sitting; `kg link --undo` takes back an earlier judgement.")
            return
        decision, settled = self._made.pop()
        resolve.append(self._linked.identity.folder, [resolve.taking_back(decision, self._by, self._day)])
        self._open = [*settled, *self._open]
        click.echo(f"taken back: {said(decision)}")


def import_table(linked: Linked, table: Path, by: str, day: str) -> None:
    """Take over the answers of a table.

    Raises:
        InputError: rows are wrong; nothing is taken over.
        DecisionError: they contradict others; nothing is taken over.
    """
    identity = linked.identity
    read = resolve.from_csv(files.read_text(table), str(table), by, day)
    new = resolve.not_yet(link.with_findings(read, link.read(linked.path)), identity.decisions)
    made = [resolve.with_sources(one, identity.records) for one in new]
    identity.with_decisions((*identity.decisions, *made))
    if made:
        resolve.append(identity.folder, made)
    click.echo(f"{len(made)} new judgement(s) of {len(read)} in {table}.", err=True)


def undo(linked: Linked, by: str, day: str) -> None:
    """Take back the last judgement of a person on a link.

    Raises:
        InputError: there is none.
    """
    last = resolve.last_of(resolve.parted(linked.identity.decisions)[1], by)
    resolve.append(linked.identity.folder, [resolve.taking_back(last, by, day)])
    click.echo(f"taken back: {said(last)}", err=True)
