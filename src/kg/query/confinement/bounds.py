"""What one question may cost."""

from typing import NamedTuple

from kg.errors import InputError


class Bounds(NamedTuple):
    """Limits of one question and its answer."""

    seconds: float = 60.0
    """From the question to the last row."""
    memory: int = 2_048
    """Megabytes beyond what the child has before it is asked; not enforced by macOS."""
    size: int = 256
    """Megabytes of the answer on its way from the child."""

    @property
    def most_bytes(self) -> int:
        """The size in bytes."""
        return self.size * 1_000_000


def checked(bounds: Bounds) -> Bounds:
    """Bounds that can be kept.

    Raises:
        InputError: one is not above zero.
    """
    for name, value in bounds._asdict().items():
        if not 0 < value < float("inf"):
            raise InputError(f"the limit of {name} is {value}.", hint="Give a number above zero.")
    return bounds
