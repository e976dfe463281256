"""What each finding weighs, and from which sum on two mentions are one: data/identity/weights.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg import assets
from kg.files import read_yaml


class Finding(NamedTuple):
    """One thing that speaks for or against two mentions being one: its name in the table of weights, and in words."""

    feature: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The table for one sort of thing."""

    same: float
    ask: float
    weights: Mapping[str, float]

    def score(self, findings: Iterable[Finding]) -> float:
        """The sum of the weights."""
        return round(sum(self.weights[finding.feature] for finding in findings), 2)


@cache
def weights_of(part: str) -> Weights:
    """The table of `things` or of `people`."""
    raw = read_yaml(assets.path("data/identity/weights.yaml"))[part]
    return Weights(same=raw["same"], ask=raw["ask"], weights=raw["weights"])
