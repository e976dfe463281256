"""DOCX and ODT give the same blocks as the page they were written from."""

from collections.abc import Callable
from types import ModuleType

import pytest

from kg.errors import SourceError
from kg.model import BlockKind, Document

Reading = Callable[[str, bytes], Document]

H, P, L, R, C = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW, BlockKind.CAPTION


def blocks(document: Document) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def style(name: str) -> str:
    return f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>'


DOCX = {
    "a heading by its style": (f"<w:p>{style('Titre1')}{run('A')}</w:p>", [(H, 1, "A")]),
    "a heading by its outline": (
        f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{run("A")}</w:p>',
        [(H, 2, "A")],
    ),
    "a list item": (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>{run("A")}</w:p>',
        [(L, 2, "A")],
    ),
    "a typed bullet": (f"<w:p>{run('•  A')}</w:p>", [(L, 1, "A")]),
    "runs are no border": (f"<w:p>{run('vice')}{run('-président')}</w:p>", [(P, 0, "vice-président")]),
    "a break is a line": ("<w:p><w:r><w:t>A</w:t><w:br/><w:t>B</w:t></w:r></w:p>", [(P, 0, "A\nB")]),
    "a tab makes a row": ("<w:p><w:r><w:t>9h</w:t><w:tab/><w:t>A</w:t></w:r></w:p>", [(R, 0, "9h\tA")]),
    "tab stops say nothing": (
        f'<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>{run("A")}</w:p>',
        [(P, 0, "A")],
    ),
    "what was deleted is gone": (
        f"<w:p>{run('A ')}<w:del><w:r><w:delText>B</w:delText></w:r></w:del><w:ins>{run('C')}</w:ins></w:p>",
        [(P, 0, "A C")],
    ),
    "a field shows its result": (
        f"<w:p><w:r><w:instrText>DATE</w:instrText></w:r>{run('2019')}</w:p>",
        [(P, 0, "2019")],
    ),
    "a table": (
        f"<w:tbl><w:tr><w:tc><w:p>{run('9h')}</w:p></w:tc><w:tc><w:p>{run('A')}</w:p><w:p>{run('B')}</w:p></w:tc></w:tr>"
        f"<w:tr><w:tc><w:p/></w:tc><w:tc><w:p>{run('C')}</w:p></w:tc></w:tr></w:tbl>",
        [(R, 0, "9h\tA\nB"), (R, 0, "\tC")],
    ),
    "a table of one column is no table": (
        f"<w:tbl><w:tr><w:tc><w:p>{run('A')}</w:p></w:tc></w:tr></w:tbl>",
        [(P, 0, "A")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), DOCX.values(), ids=DOCX.keys())
def test_docx(reading: Reading, seeds: ModuleType, body: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    assert blocks(reading("a.docx", seeds.docx(body))) == expected


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


ODT = {
    "a heading": ('<text:h text:outline-level="2">A</text:h>', [(H, 2, "A")]),
    "a title by its style": ('<text:p text:style-name="Title">A</text:p>', [(H, 1, "A")]),
    "items have their depth": (
        f"<text:list><text:list-item>{p('A')}<text:list><text:list-item>{p('B')}</text:list-item></text:list>"
        f"{p('C')}</text:list-item></text:list>",
        [(L, 1, "A"), (L, 2, "B"), (P, 0, "C")],
    ),
    "spans are no border": (p("<text:span>vice</text:span>-président"), [(P, 0, "vice-président")]),
    "white space is one space": (p("A\n   <text:s text:c='900000000'/>B"), [(P, 0, "A B")]),
    "a break is a line": (p("A<text:line-break/>B"), [(P, 0, "A\nB")]),
    "a tab makes a row": (p("9h<text:tab/>A"), [(R, 0, "9h\tA")]),
    "a note stays out and the words behind it stay": (
        p("A<text:note><text:p>N</text:p></text:note> B"),
        [(P, 0, "A B")],
    ),
    "a comment stays out": (p("A<office:annotation><text:p>N</text:p></office:annotation>B"), [(P, 0, "AB")]),
    "a table repeated a million times is read once": (
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>9h</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="1000000"><text:p>A</text:p>'
        "</table:table-cell></table:table-row></table:table>",
        [(R, 0, "9h\tA")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), ODT.values(), ids=ODT.keys())
def test_odt(reading: Reading, seeds: ModuleType, body: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    assert blocks(reading("a.odt", seeds.odt(body))) == expected


@pytest.mark.parametrize("ending", [".docx", ".odt", ".pdf"])
def test_the_programme_reads_as_its_web_page(reading: Reading, seeds: ModuleType, ending: str) -> None:
    page = reading("a.html", seeds.html())
    document = reading(f"a{ending}", seeds.FORMATS[ending]())
    assert (document.title, document.language) == (page.title, page.language)
    assert document.text.split() == page.text.split()
    assert blocks(document)[-2:] == blocks(page)[-2:]


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_part_that_is_no_xml(reading: Reading, seeds: ModuleType, ending: str) -> None:
    part = {".docx": "word/document.xml", ".odt": "content.xml"}[ending]
    with pytest.raises(SourceError, match="cannot be read") as caught:
        reading(f"a{ending}", seeds.archive({part: "<a>"}))
    assert "\n" not in str(caught.value)


def test_a_locked_odt(reading: Reading, seeds: ModuleType) -> None:
    data = seeds.archive({"META-INF/manifest.xml": "<a><encryption-data/></a>", "content.xml": "x"})
    with pytest.raises(SourceError, match="is locked"):
        reading("a.odt", data)


def test_a_zip_that_is_no_document(reading: Reading, seeds: ModuleType) -> None:
    with pytest.raises(SourceError, match=r"holds no word/document\.xml"):
        reading("a.docx", seeds.archive({"a.txt": "text"}))
