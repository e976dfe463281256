"""The questions of `kg resolve` in the terminal."""

from kg import resolve
from kg.cli.sitting import Sitting
from kg.model import Decision, Judgement
from kg.pipeline import Identity
from kg.resolve import Question, Side


class Session(Sitting[Question]):
    """One sitting over the pairs that kg is not sure of."""

    COMMAND = "resolve"

    def __init__(self, identity: Identity, by: str, day: str) -> None:
        super().__init__(identity, by, day)
        self._put_off: set[tuple[object, object]] = set()

    def _open(self) -> list[Question]:
        clusters = self._identity.worked.clusters
        return [
            question
            for question in self._identity.worked.questions
            if (question.left, question.right) not in self._put_off
            and clusters.number(question.left) != clusters.number(question.right)
            and clusters.may_join(question.left, question.right)
            and not clusters.are_asked(question.left, question.right)
            and not any({question.left, question.right} == {one.left, one.right} for one in self._made)
        ]

    def _question(self, one: Question) -> str:
        return f"Are these one? Score {one.score:+.1f}: {'; '.join(one.reasons)}"

    def _sides(self, one: Question) -> tuple[Side, Side]:
        worked, authority = self._identity.worked, self._identity.authority
        return resolve.side_of(one.left, worked, authority), resolve.side_of(one.right, worked, authority)

    def _decision(self, one: Question, judgement: Judgement, reason: str) -> Decision:
        return Decision(left=one.left, right=one.right, judgement=judgement, by=self._by, on=self._day, reason=reason)

    def _close(self, one: Question, judgement: Judgement) -> None:
        clusters = self._identity.worked.clusters
        if judgement is Judgement.SAME:
            clusters.join(one.left, one.right, 0.0, ())
        elif judgement is Judgement.DIFFERENT:
            clusters.keep_apart(one.left, one.right)

    def _skip(self, one: Question) -> None:
        self._put_off.add((one.left, one.right))

    def _reopen(self) -> None:
        self._identity = self._identity.with_decisions((*self._identity.decisions, *self._made))
