from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import dates, extract, lines, people
from kg.extract.finds import Find, Page
from kg.model import Document, Record
from kg.text.normal import sha256

PAGES = Path(__file__).parent / "pages"


def document_of(text: str, language: str = "fr") -> Document:
    return Document(id="page", language=language, text=text, sha256=sha256(text))


def page_of(text: str) -> Page:
    document = document_of(text)
    return Page(document, lines.read(document), dates.find(text))


@pytest.fixture(scope="session")
def read() -> Callable[[str], Record]:
    """A record of a text."""
    return lambda text: extract(document_of(text))[0]


@pytest.fixture(scope="session")
def page() -> Callable[[str], Page]:
    return page_of


@pytest.fixture(scope="session")
def persons() -> Callable[[str], list[str]]:
    """The names of the persons of a text, in order."""

    def names(text: str) -> list[str]:
        found: tuple[Find, ...] = people.find(page_of(text))
        return [f.name for f in found]

    return names


@pytest.fixture(scope="session")
def fixture_record() -> Callable[[str], Record]:
    """The record of one of the pages that lie beside these tests."""
    return lambda name: extract(source.read(PAGES / name))[0]


def reader(path: Path) -> Callable[[str], Record]:
    """Writes a page there and gives its record."""

    def read(text: str) -> Record:
        path.write_text(text, encoding="utf-8")
        return extract(source.read(path))[0]

    return read


@pytest.fixture
def markdown(tmp_path: Path) -> Callable[[str], Record]:
    """The record of a page in Markdown."""
    return reader(tmp_path / "page.md")


@pytest.fixture
def html(tmp_path: Path) -> Callable[[str], Record]:
    """The record of a page in HTML."""
    return reader(tmp_path / "page.html")
