"""Of Markdown the words stay, the marks become blocks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import BlockKind, Document
from kg.source import read
from kg.source.markdown.inline import plain

H, P, L, R = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW


def document(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "page.md"
    path.write_text(text, "utf-8")
    return read(path)


CASES = {
    "headings": ("# A\n## B ##\ntext", [(H, 1, "A"), (H, 2, "B"), (P, 0, "text")]),
    "underlined headings": ("A\n===\n\nB\n---\n", [(H, 1, "A"), (H, 2, "B")]),
    "a rule is none": ("a\n\n---\n\n* * *\nb", [(P, 0, "a"), (P, 0, "b")]),
    "lines of a paragraph stay apart": ("**9h** Débat\nPar *A*  \nB", [(P, 0, "9h Débat\nPar A\nB")]),
    "items": ("* a\n  - b\n+ c\n  d", [(L, 1, "a"), (L, 2, "b"), (L, 1, "c\nd")]),
    "counted items": ("1. a\n2. b", [(L, 1, "1. a"), (L, 1, "2. b")]),
    "a German day is no count": ("12. September 2013\n", [(P, 0, "12. September 2013")]),
    "a table": (
        "| H | Q |\n|---|:-:|\n| 9h | **A** \\| B |\n|  | C |",
        [(R, 0, "H\tQ"), (R, 0, "9h\tA | B"), (R, 0, "\tC")],
    ),
    "a quote": ("> a\n> b", [(P, 0, "a\nb")]),
    "a fence": ("```\na * b\n```\nc", [(P, 0, "a * b"), (P, 0, "c")]),
    "a menu goes": ("[A](/a) | [B](/b) | [C](/c)\n\ntext", [(P, 0, "text")]),
    "a path goes": ("[A](/a) > [B](/b) > Here\n\ntext", [(P, 0, "text")]),
    "a line with a link stays": ("Voir [le site](https://example.org) et A", [(P, 0, "Voir le site et A")]),
    "link definitions go": ("[a][x]\n\n[x]: https://example.org", [(P, 0, "a")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_blocks(tmp_path: Path, text: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    found = document(tmp_path, text)
    assert [(block.kind, block.level, block.span.of(found.text)) for block in found.blocks] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"a \* b \_c\_", "a * b _c_"),
        ("***A*** et __B__ et snake_case_name", "A et B et snake_case_name"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("`code *x*`", "code x"),
        ("![logo](a.png) <https://example.org> <b>c</b>", "https://example.org c"),
        ("[a](<b c> 'd') [e](f(g))", "a e"),
        ("caf&eacute;&nbsp;noir<br>x", "café noir\nx"),
        ("Kolleg*innen und Freund*innen", "Kolleg*innen und Freund*innen"),
        ("Liebe Kolleg*innen", "Liebe Kolleg*innen"),
    ],
)
def test_inline_marks(line: str, expected: str) -> None:
    assert plain(line) == expected


def test_front_matter_is_about_the_page(tmp_path: Path) -> None:
    found = document(
        tmp_path, '---\ntitle: "T"\ndate: 2019-06-05\nlang: de\nurl: https://example.org/t\n---\n# H\n\ntext'
    )
    assert (found.title, found.published, found.language) == ("T", "2019-06-05", "de")
    assert (found.source, found.blocks[0].span.of(found.text)) == ("https://example.org/t", "H")


def test_an_open_front_is_text(tmp_path: Path) -> None:
    assert document(tmp_path, "---\ntext: a\n").text == "text: a\n"


def test_a_hostile_line_costs_little(tmp_path: Path) -> None:
    for part in ("*a ", "[", "_a", "<a ", "[a](b ", "`", "> ", "|", "- "):
        document(tmp_path, "x " + part * 20_000)


@given(st.text(alphabet="ab*_`[]()<>\\|# -.1\n\t&;!~=+é", max_size=80))
def test_any_line_reads(text: str) -> None:
    assert not any("\ue000" <= letter <= "\ue07f" for letter in plain(text))
