"""The command line: a thin door to everything else."""

from kg.cli.main import main

__all__ = ["main"]
