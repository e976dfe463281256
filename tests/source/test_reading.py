"""Any supported file becomes a Document whose blocks cover its text in order; anything else is refused in one line."""

import itertools
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, KgError, SourceError
from kg.model import BlockKind, Document
from kg.source import pages, read
from kg.source.layout import Piece, assemble, full
from kg.source.raw import MOST_BYTES
from kg.text import normal

Page = Callable[[str, str | bytes], Path]


@pytest.fixture
def page(tmp_path: Path) -> Page:
    def make(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return make


def assert_sound(document: Document) -> None:
    text = document.text
    assert text == unicodedata.normalize("NFC", text)
    assert document.sha256 == normal.sha256(text)
    assert document.blocks
    spans = [block.span for block in document.blocks]
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans)


def test_plain_text_is_kept_as_it_is(page: Page) -> None:
    document = read(page("Réunion du 4 juin.txt", "Titre  de la page\n\n   9h30 – Accueil \r\nPar A. B.\n"))
    assert_sound(document)
    assert document.text == "Titre  de la page\n\n   9h30 – Accueil \nPar A. B.\n"
    assert [block.span.of(document.text) for block in document.blocks] == [
        "Titre  de la page",
        "9h30 – Accueil",
        "Par A. B.",
    ]
    assert {block.kind for block in document.blocks} == {BlockKind.LINE}
    assert (document.id, document.title) == ("reunion-du-4-juin", "Titre  de la page")


def test_text_is_composed(page: Page) -> None:
    document = read(page("a.txt", unicodedata.normalize("NFD", "La présidence à Sarrebruck")))
    assert document.text == "La présidence à Sarrebruck"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La table ronde sur la coopération est animée par le président du conseil", "fr"),
        ("Die Veranstaltung wurde von der Kammer und dem Verband ausgerichtet", "de"),
        ("The round table was opened by the president of the chamber and his guests", "en"),
    ],
)
def test_language_is_told_by_small_words(page: Page, text: str, language: str) -> None:
    assert read(page("a.txt", text)).language == language


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(page: Page, encoding: str) -> None:
    text = "Jeudi 11 juillet – l’Eurodistrict « SaarMoselle » reçoit Frau Müller à Metz, où la soirée fût brève."
    assert read(page("a.txt", text.encode(encoding))).text == text


def test_a_declared_charset_holds(page: Page) -> None:
    html = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź</p></body></html>'
    assert "Łódź" in read(page("a.html", html.encode("iso-8859-2"))).text


def test_an_unknown_declared_charset_is_guessed(page: Page) -> None:
    html = '<html><head><meta charset="no-such"></head><body><p>Le débat était animé à la mairie</p></body></html>'
    assert "débat était animé" in read(page("a.html", html.encode("cp1252"))).text


MAGIC = [
    b"%PDF-1.7\n%\xe2\xe3",
    b"PK\x03\x04\x14\x00word/document.xml",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"{\\rtf1",
]


@pytest.mark.parametrize("data", [*MAGIC, b"text\x00text", b"\xff\xfea\x00\x00\x00", b"\xef\xbb\xbf\xff\xff"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
def test_what_is_no_text_is_refused(page: Page, name: str, data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read(page(name, data))
    assert "is not text" in str(caught.value) or "is not a text page" in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
@pytest.mark.parametrize("data", ["", " \n\t\n", "\ufeff"])
def test_an_empty_page_is_refused(page: Page, name: str, data: str) -> None:
    with pytest.raises(SourceError, match="is empty"):
        read(page(name, data))


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.pdf", "a.eml"])
@pytest.mark.parametrize("data", ["", " \n"])
def test_a_file_without_a_byte_is_told_to_be_empty(page: Page, name: str, data: str) -> None:
    with pytest.raises(SourceError, match="is empty"):
        read(page(name, data))


def test_a_page_of_nothing_but_furniture_is_refused(page: Page) -> None:
    with pytest.raises(SourceError, match="is empty"):
        read(page("a.html", "<html><body><script>var a = 'text'</script><img src='x'></body></html>"))


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "missing.txt")


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


def test_an_unknown_ending_names_the_known_ones(page: Page) -> None:
    with pytest.raises(InputError, match=r"\.rtf.*\.html"):
        read(page("a.rtf", "text"))


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, MOST_BYTES + 1)
    with pytest.raises(SourceError, match="bytes"):
        read(path)


def test_pages_are_sorted_and_of_a_known_kind(page: Page, tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "c.md", "d.xlsx", "sources.yaml"):
        page(name, "text")
    (tmp_path / "folder.txt").mkdir()
    assert [path.name for path in pages(tmp_path)] == ["a.HTML", "b.txt", "c.md"]


def test_pages_of_no_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        pages(tmp_path / "missing")


def test_what_sources_says_is_taken_where_the_page_is_silent(tmp_path: Path, page: Page) -> None:
    page(
        "sources.yaml",
        "a.txt: {url: 'https://example.org/a', retrieved: 2024-02-01, published: 2019-07-12, language: de}\n",
    )
    document = read(page("a.txt", "La table ronde de la Grande Région"))
    assert (document.source, document.retrieved, document.published) == (
        "https://example.org/a",
        "2024-02-01",
        "2019-07-12",
    )
    assert document.language == "de"


@pytest.mark.parametrize("content", ["[a]", "a.txt: text", "a.txt: {uri: x}", "a.txt: {url: x"])
def test_a_sources_file_out_of_order(page: Page, content: str) -> None:
    page("sources.yaml", content)
    with pytest.raises(InputError, match=r"sources\.yaml"):
        read(page("a.txt", "text"))


@given(st.lists(st.builds(Piece, kind=st.sampled_from(BlockKind), text=st.text(max_size=40))))
def test_assembled_blocks_are_the_pieces(pieces: list[Piece]) -> None:
    laid = assemble(full(pieces))
    text, blocks = laid.text, laid.blocks
    expected = [normal.stored(piece.text).rstrip() for piece in pieces if normal.stored(piece.text).strip()]
    assert [block.span.of(text) for block in blocks] == expected
    assert text == unicodedata.normalize("NFC", text)


@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".md"]))
def test_any_bytes_give_a_sound_document_or_our_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(data)
    try:
        document = read(path)
    except KgError as error:
        assert str(error)
    else:
        assert_sound(document)
