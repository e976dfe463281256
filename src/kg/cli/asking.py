"""The questions of `kg resolve` in the terminal: both sides beside each other, one key an answer."""

import shutil
import textwrap
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

import click

from kg import resolve
from kg.model import Decision, Judgement, MentionKey
from kg.pipeline import Identity
from kg.resolve import Question, Side

KEYS: Final = {"s": Judgement.SAME, "d": Judgement.DIFFERENT, "u": Judgement.UNSURE}
HELP: Final = "[s]ame  [d]ifferent  [u]nsure  s[k]ip  [r]eason  undo [z]  [q]uit"
_WIDEST = 160
_NARROWEST = 40
_BETWEEN = " │ "


class Session:
    """One sitting: asks, writes each answer down at once, and can take the last one back."""

    def __init__(self, identity: Identity, by: str, day: str) -> None:
        self._identity = identity
        self._by = by
        self._day = day
        self._made: list[Decision] = []
        self._skipped: set[tuple[object, object]] = set()

    def run(self) -> None:
        """Ask until nothing is open or the person has had enough."""
        reason = ""
        while (question := self._next()) is not None:
            key = self._ask(question, reason)
            if key in KEYS:
                self._answer(question, KEYS[key], reason)
                reason = ""
            elif key == "r":
                reason = click.prompt("Reason", default="", show_default=False)
            elif key == "z":
                self._undo()
            elif key == "q":
                break
            elif key in {"k", " ", "\r", "\n"}:
                self._skipped.add((question.left, question.right))
            else:
                click.echo(HELP)
        self._sum_up(question is None)

    def _open(self) -> list[Question]:
        """What is still open, after all that was answered."""
        clusters = self._identity.worked.clusters
        return [
            question
            for question in self._identity.worked.questions
            if (question.left, question.right) not in self._skipped
            and clusters.number(question.left) != clusters.number(question.right)
            and clusters.may_join(question.left, question.right)
            and not clusters.are_asked(question.left, question.right)
            and not any({question.left, question.right} == {one.left, one.right} for one in self._made)
        ]

    def _next(self) -> Question | None:
        return next(iter(self._open()), None)

    def _ask(self, question: Question, reason: str) -> str:
        worked, authority = self._identity.worked, self._identity.authority
        left, right = (resolve.side_of(side, worked, authority) for side in (question.left, question.right))
        click.echo()
        click.echo(
            f"{len(self._open())} open. Are these one? Score {question.score:+.1f}: {'; '.join(question.reasons)}"
        )
        for line in beside(left, right, shutil.get_terminal_size().columns):
            click.echo(line)
        return pressed(reason)

    def _answer(self, question: Question, judgement: Judgement, reason: str) -> None:
        decision = Decision(
            left=question.left, right=question.right, judgement=judgement, by=self._by, on=self._day, reason=reason
        )
        decision = resolve.with_sources(decision, self._identity.records)
        clusters = self._identity.worked.clusters
        resolve.append(self._identity.folder, [decision])
        self._made.append(decision)
        if judgement is Judgement.SAME:
            clusters.join(question.left, question.right, 0.0, ())
        elif judgement is Judgement.DIFFERENT:
            clusters.keep_apart(question.left, question.right)
        click.echo(f"written down: {said(decision)}")

    def _undo(self) -> None:
        """Take back the last answer of this sitting, and ask again."""
        if not self._made:
            click.echo("nothing to take back in this sitting; `kg resolve --undo` takes back an earlier judgement.")
            return
        last = self._made.pop()
        resolve.append(self._identity.folder, [resolve.taking_back(last, self._by, self._day)])
        self._identity = self._identity.with_decisions((*self._identity.decisions, *self._made))
        click.echo(f"taken back: {said(last)}")

    def _sum_up(self, finished: bool) -> None:
        rest = (
            "Nothing is open any more"
            if finished and not self._skipped
            else f"{len(self._open()) + len(self._skipped)} left open"
        )
        click.echo(f"{rest}; {len(self._made)} judgement(s) written to {self._identity.folder}.")


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
