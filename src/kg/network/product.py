"""Pairs of actors by what they share: the product of a sparse matrix, actors by places, with its own transpose.

Only the half above the diagonal is made, a stretch of rows at a time, so that memory follows the answer and not the
number of meetings. numpy alone does it: sorting the pairs and counting equal ones is what a sparse library would do.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    Numbers = NDArray[int64]

STRETCH = 4_000_000
"""About so many meetings are counted at a time."""


def shared(actors: "Numbers", places: "Numbers") -> "tuple[Numbers, Numbers, Numbers]":
    """How many places each two actors share; pairs sorted, the smaller number first.

    Args:
        actors: a number from 0 for each presence: who was there.
        places: and where. A presence that is told twice counts once.
    """
    import numpy as np  # noqa: PLC0415 - most commands do without

    size = int(actors.max(initial=-1)) + 1
    told = np.unique(places * size + actors)
    actor, place = told % max(size, 1), told // max(size, 1)
    partners = np.searchsorted(place, place, side="right") - np.arange(len(told)) - 1
    pairs, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    for rows in _stretches(partners):
        new, new_counts = np.unique(_met(actor, partners, rows, size), return_counts=True)
        pairs, counts = _added(pairs, counts, new, new_counts) if len(pairs) else (new, new_counts)
    return pairs // max(size, 1), pairs % max(size, 1), counts


def _stretches(partners: "Numbers") -> list[slice]:
    """Rows in stretches of about so many meetings."""
    import numpy as np  # noqa: PLC0415

    numbers = np.cumsum(partners) // STRETCH
    ends = [*(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(partners)]
    return [slice(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _met(actor: "Numbers", partners: "Numbers", rows: slice, size: int) -> "Numbers":
    """Each meeting of two in these rows as one number; whoever stands behind in the same place is a partner."""
    import numpy as np  # noqa: PLC0415

    many = partners[rows]
    one = np.repeat(np.arange(rows.start, rows.stop), many)
    nth = np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many)
    met: Numbers = actor[one] * size + actor[one + 1 + nth]
    return met


def _added(pairs: "Numbers", counts: "Numbers", new: "Numbers", new_counts: "Numbers") -> "tuple[Numbers, Numbers]":
    import numpy as np  # noqa: PLC0415

    every, position = np.unique(np.concatenate((pairs, new)), return_inverse=True)
    sums = np.bincount(position, weights=np.concatenate((counts, new_counts)), minlength=len(every))
    return every, sums.astype(np.int64)
