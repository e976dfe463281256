"""What fetching leaves behind: a file, and where it came from."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A fetched page in a file: where it lies and the address it came from in the end."""

    path: Path
    url: str
