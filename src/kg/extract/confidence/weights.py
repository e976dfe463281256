"""The weights of the features: data, fitted to hand-made records by bench/calibration.py."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg import assets
from kg.errors import InputError
from kg.extract.agreement import Witness
from kg.files import read_yaml

FILE = "data/lexicon/confidence.yaml"
FACETS = ("entities", "events", "participations", "positions")
BIAS = "bias"
LEAST, MOST = 0.02, 0.99
"""No program is surer than this, in either way."""


_HUNDREDTHS = tuple(n / 100 for n in range(101))
"""Every figure there is, once: a long page has many thousands of items."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of one facet is worth, in log odds."""

    of: Mapping[str, float]
    witnesses: Mapping[str, float]

    def confidence(self, features: Iterable[str], witnesses: Iterable[Witness] = ()) -> float:
        """The probability that an item with these features is right; an unknown feature counts nothing."""
        worth = self.of
        odds = worth.get(BIAS, 0.0) + math.fsum([worth[name] for name in set(features) if name in worth])
        if witnesses:
            odds += math.fsum([self.witnesses[witness.value] for witness in set(witnesses)])
        return _HUNDREDTHS[round(100 * round(min(MOST, max(LEAST, 1 / (1 + math.exp(-odds)))), 2))]


@cache
def weights() -> Mapping[str, Weights]:
    """The weights by facet.

    Raises:
        InputError: the file has not the form that it must have.
    """
    path = assets.path(FILE)
    content = read_yaml(path)
    tables = content if isinstance(content, dict) else {}
    witnesses = _table(tables.get("witnesses"), str(path))
    if set(witnesses) != {witness.value for witness in Witness}:
        raise InputError(f"{path}: `witnesses` must give a weight to each of {', '.join(Witness)}.")
    return {facet: Weights(_table(tables.get(facet), str(path)), witnesses) for facet in FACETS}


def _table(table: object, where: str) -> dict[str, float]:
    if not isinstance(table, dict) or not all(isinstance(v, int | float) for v in table.values()):
        raise InputError(f"{where}: each of {', '.join(FACETS)} and `witnesses` must map names to numbers.")
    return {str(name): float(value) for name, value in table.items()}
