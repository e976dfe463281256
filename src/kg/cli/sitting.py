"""One sitting of judgements in the terminal: both sides beside each other, one key an answer."""

import shutil
import textwrap
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, Generic, TypeVar

import click

from kg import resolve
from kg.model import Decision, Judgement, MentionKey
from kg.pipeline import Identity
from kg.resolve import Side

KEYS: Final = {"s": Judgement.SAME, "d": Judgement.DIFFERENT, "u": Judgement.UNSURE}
HELP: Final = "[s]ame  [d]ifferent  [u]nsure  s[k]ip  [r]eason  undo [z]  [q]uit"
_WIDEST = 160
_NARROWEST = 40
_BETWEEN = " │ "

Item = TypeVar("Item")


class Sitting(ABC, Generic[Item]):
    """Asks one item after another, writes each answer down at once, and can take the last one back."""

    COMMAND: str
    """The command whose `--undo` takes back what an earlier sitting wrote."""

    def __init__(self, identity: Identity, by: str, day: str) -> None:
        self._identity = identity
        self._by = by
        self._day = day
        self._made: list[Decision] = []
        self._skipped = 0

    @abstractmethod
    def _open(self) -> Sequence[Item]:
        """What is still open, after all that was answered and skipped."""

    @abstractmethod
    def _question(self, one: Item) -> str:
        """What a person is asked."""

    @abstractmethod
    def _sides(self, one: Item) -> tuple[Side, Side]:
        """What is shown left and right."""

    @abstractmethod
    def _decision(self, one: Item, judgement: Judgement, reason: str) -> Decision:
        """The answer as it is written down."""

    @abstractmethod
    def _close(self, one: Item, judgement: Judgement) -> None:
        """Take an answered item from what is open, and what follows from it."""

    @abstractmethod
    def _skip(self, one: Item) -> None:
        """Leave an item for another sitting."""

    @abstractmethod
    def _reopen(self) -> None:
        """Undo the last `_close`; the decision is out of `_made`."""

    def run(self) -> None:
        """Ask until nothing is open or the person has had enough."""
        reason = ""
        while still := self._open():
            key = self._ask(still, reason)
            if key in KEYS:
                self._answer(still[0], KEYS[key], reason)
                reason = ""
            elif key == "r":
                reason = click.prompt("Reason", default="", show_default=False)
            elif key == "z":
                self._undo()
            elif key == "q":
                break
            elif key in {"k", " ", "\r", "\n"}:
                self._skip(still[0])
                self._skipped += 1
            else:
                click.echo(HELP)
        left = len(still) + self._skipped
        rest = f"{left} left open" if left else "Nothing is open any more"
        click.echo(f"{rest}; {len(self._made)} judgement(s) written to {self._identity.folder}.")

    def _ask(self, still: Sequence[Item], reason: str) -> str:
        click.echo()
        click.echo(f"{len(still)} open. {self._question(still[0])}")
        for line in beside(*self._sides(still[0]), shutil.get_terminal_size().columns):
            click.echo(line)
        return pressed(reason)

    def _answer(self, one: Item, judgement: Judgement, reason: str) -> None:
        decision = resolve.with_sources(self._decision(one, judgement, reason), self._identity.records)
        resolve.append(self._identity.folder, [decision])
        self._made.append(decision)
        self._close(one, judgement)
        click.echo(f"written down: {said(decision)}")

    def _undo(self) -> None:
        """Take back the last answer of this sitting, and ask again."""
        if not self._made:
            hint = f"`kg {self.COMMAND} --undo` takes back an earlier judgement."
            click.echo(f"nothing to take back in this sitting; {hint}")
            return
        last = self._made.pop()
        resolve.append(self._identity.folder, [resolve.taking_back(last, self._by, self._day)])
        self._reopen()
        click.echo(f"taken back: {said(last)}")


def pressed(reason: str) -> str:
    """The key that a person answers with; the end of the input is `q`."""
    click.echo(f"{HELP}{f'  (reason: {reason})' if reason else ''}: ", nl=False)
    try:
        key = click.getchar().lower()
    except (EOFError, KeyboardInterrupt):
        key = "q"
    click.echo(key if key.isprintable() else "")
    return key


def beside(left: Side, right: Side, columns: int) -> Iterator[str]:
    """Two sides in two columns."""
    width = max(_NARROWEST, (min(columns, _WIDEST) - len(_BETWEEN)) // 2)
    for one, other in zip_longest(_wrapped(left, width), _wrapped(right, width), fillvalue=""):
        yield f"{one:<{width}}{_BETWEEN}{other}".rstrip()


def _wrapped(side: Side, width: int) -> list[str]:
    return [row for line in (side.title.upper(), *side.lines) for row in textwrap.wrap(line, width) or [""]]


def called(node: MentionKey | str) -> str:
    """A side in one line, in the form that `--why` takes."""
    return node if isinstance(node, str) else f"{node.document}/{node.name}"


def said(decision: Decision) -> str:
    """A judgement in one line."""
    return f"{called(decision.left)} and {called(decision.right)}: {decision.judgement.value}"
