"""Proposals on disk: one a line, sorted, with the reasons; nothing of them is in the graph until a person accepts."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg import files, jsonl
from kg.errors import InputError
from kg.model import Decision, EntityType, Judgement, MentionKey

FOLDER: Final = "links"
"""The folder of the data folder that holds proposals and what endpoints have answered."""
_HINT: Final = "Run `kg link` again; it writes the file anew."


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """That a thing may be what a register describes under an address."""

    side: MentionKey | str
    """The thing, by its first mention or its entry."""
    id: str
    """Its id in the graph of now."""
    title: str
    iri: str
    name: str
    description: str
    score: float
    likely: bool
    findings: tuple[tuple[float, str], ...]
    """What speaks for and against it: weights, and words."""
    also: tuple[str, ...] = ()
    """The addresses in other registers that come along."""

    def decision(self, judgement: Judgement, by: str, on: str, reason: str = "") -> Decision:
        """A person's answer to it. Only what is accepted brings other addresses along."""
        return Decision(
            left=self.side,
            right=self.iri,
            judgement=judgement,
            by=by,
            on=on,
            reason=reason,
            findings=(f"{self.name}: {self.description}" if self.description else self.name, *self.reasons),
            also=self.also if judgement is Judgement.SAME else (),
        )

    @property
    def reasons(self) -> tuple[str, ...]:
        """The findings in words."""
        return tuple(words for _, words in self.findings)


def path_of(data: Path, profile: str) -> Path:
    """Where the proposals of a profile stand."""
    return data / FOLDER / f"{profile}.jsonl"


def in_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """By thing, the best first: the order of the file."""
    return sorted(proposals, key=lambda one: (one.id, -one.score, one.iri))


def write(path: Path, proposals: Iterable[Proposal]) -> None:
    """Write the proposals in place of those that stood there."""
    files.write_lines(path, (jsonl.line(_raw(one)) for one in in_order(proposals)))


def read(path: Path) -> list[Proposal]:
    """The proposals of a file; none where there is no file.

    Raises:
        InputError: a line is no proposal.
    """
    if not path.exists():
        return []
    lines = enumerate(files.read_text(path).split("\n"), 1)
    return [_proposal(line, f"{path}: line {number}") for number, line in lines if line.strip()]


def with_kept(found: Sequence[Proposal], reached: set[str], before: Iterable[Proposal]) -> list[Proposal]:
    """The proposals of a run that was stopped: those of before stay for the things that it did not reach."""
    return [*found, *(one for one in before if one.id not in reached)]


def _raw(one: Proposal) -> dict[str, Any]:
    side = one.side
    return {
        "thing": side
        if isinstance(side, str)
        else {"document": side.document, "type": side.type.value, "name": side.name},
        "id": one.id,
        "called": one.title,
        "match": one.iri,
        "name": one.name,
        "description": one.description,
        "score": one.score,
        "likely": one.likely,
        "findings": [{"weight": weight, "words": words} for weight, words in one.findings],
        "also": list(one.also),
    }


def _proposal(line: str, where: str) -> Proposal:
    try:
        raw = json.loads(line)
        side = raw["thing"]
        return Proposal(
            side=side
            if isinstance(side, str)
            else MentionKey(str(side["document"]), EntityType(side["type"]), str(side["name"])),
            id=str(raw["id"]),
            title=str(raw["called"]),
            iri=str(raw["match"]),
            name=str(raw["name"]),
            description=str(raw["description"]),
            score=float(raw["score"]),
            likely=bool(raw["likely"]),
            findings=tuple((float(one["weight"]), str(one["words"])) for one in raw["findings"]),
            also=tuple(str(one) for one in raw["also"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{where} is no proposal: {error}.", hint=_HINT) from error
