"""Lines that say when a page was published, and nothing of an event."""

import pytest

from kg.extract import bylines
from kg.extract.lines import read
from kg.model import Document


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Veröffentlicht am 3. Mai 2024 von der Redaktion", True),
        ("Lesezeit: 4 Minuten", True),
        ("Lecture : 4 min", True),
        ("Dauer: 4 min", False),
        ("Conférence du 3 mai 2024 à Metz", False),
    ],
)
def test_a_line_of_publication(text: str, told: bool) -> None:
    (line,) = read(Document(id="d", language="de", text=text, sha256=""))
    assert bylines.found(line) is told
