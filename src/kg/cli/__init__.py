"""The command line: a thin door to everything else."""

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `kg` and return its exit code: 0 done, 1 a check failed, 2 wrong input, 70 a fault of kg's own."""
    from kg.cli import quick  # noqa: PLC0415 - what it loads is not to be interrupted by the search for garbage

    return quick.main(arguments)
