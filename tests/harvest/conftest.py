"""Pages to be harvested."""

from pathlib import Path

import pytest


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of ten pages."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(10):
        (folder / f"p{number}.txt").write_text(f"Réunion du {number + 1} juin 2021 à Metz", "utf-8")
    return folder
