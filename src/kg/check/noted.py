"""What a build noted of pages, records and names: `issues.jsonl` read back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.files import read_text
from kg.model import Issue, Severity

OWN: Final = "check"
"""The stage whose findings `report` makes anew."""


def noted(path: Path) -> tuple[Issue, ...]:
    """The issues of an `issues.jsonl` that no check of the graph can find again; none where there is no such file.

    Raises:
        InputError: a line is no issue.
    """
    return tuple(issue for issue in _issues(path) if issue.stage != OWN) if path.is_file() else ()


def _issues(path: Path) -> Iterator[Issue]:
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        try:
            said = json.loads(line)
            yield Issue(**{**said, "severity": Severity(said["severity"])})
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(f"{path}, line {number}: this is no issue.", hint="Build the graph again.") from error
