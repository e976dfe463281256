"""Who is who in a data folder, for `kg resolve`: the pages read, resolved, and asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg import resolve
from kg.errors import InputError
from kg.model import Authority, Decision, Record
from kg.pipeline.gather import gather
from kg.pipeline.inputs import find_inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A data folder as `kg resolve` works with it."""

    folder: Path
    """Where decisions stand."""
    records: tuple[Record, ...]
    authority: Mapping[str, Authority]
    decisions: tuple[Decision, ...]
    worked: resolve.Worked

    def with_decisions(self, decisions: Sequence[Decision]) -> "Identity":
        """The same folder with other decisions.

        Raises:
            DecisionError: the decisions contradict each other.
        """
        worked = resolve.work(self.records, self.authority, decisions)
        return replace(self, decisions=tuple(decisions), worked=worked)


def open_identity(data: Path) -> Identity:
    """Read and resolve a data folder.

    Raises:
        InputError: there is nothing to read, or DATA is no folder, so that there is no place for decisions.
        DecisionError: the decisions contradict each other.
    """
    if data.is_file():
        raise InputError(f"{data} is one page; decisions stand in a folder.", hint="Name the folder with your pages.")
    inputs = find_inputs(data)
    records = gather(inputs).records
    authority = resolve.load_authority(inputs.authority)
    decisions = () if inputs.decisions is None else resolve.load_decisions(inputs.decisions)
    return Identity(
        folder=data / "decisions",
        records=records,
        authority=authority,
        decisions=decisions,
        worked=resolve.work(records, authority, decisions),
    )
