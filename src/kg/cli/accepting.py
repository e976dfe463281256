"""The judgements of `kg link`: accept, reject, leave open, and take back."""

from pathlib import Path

import click

from kg import files, link, resolve
from kg.cli.proposing import Linked
from kg.cli.sitting import Sitting, said
from kg.link import Proposal
from kg.model import Decision, Judgement
from kg.resolve import Side


class Session(Sitting[Proposal]):
    """One sitting over the links that are proposed."""

    COMMAND = "link"

    def __init__(self, linked: Linked, by: str, day: str) -> None:
        super().__init__(linked.identity, by, day)
        self._left = linked.open()
        self._closed: list[list[Proposal]] = []

    def _open(self) -> list[Proposal]:
        return self._left

    def _question(self, one: Proposal) -> str:
        return f"Is this the same thing? {'Likely' if one.likely else 'Possible'}, score {one.score:+.1f}"

    def _sides(self, one: Proposal) -> tuple[Side, Side]:
        return resolve.side_of(one.side, self._identity.worked, self._identity.authority), link.item_side(one)

    def _decision(self, one: Proposal, judgement: Judgement, reason: str) -> Decision:
        return one.decision(judgement, self._by, self._day, reason)

    def _close(self, one: Proposal, judgement: Judgement) -> None:
        number = self._identity.worked.clusters.number
        closed = [
            other
            for other in self._left
            if other is one or (judgement is Judgement.SAME and number(other.side) == number(one.side))
        ]
        self._closed.append(closed)
        self._left = [other for other in self._left if other not in closed]

    def _skip(self, one: Proposal) -> None:
        self._left = [other for other in self._left if other is not one]

    def _reopen(self) -> None:
        self._left = [*self._closed.pop(), *self._left]


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
