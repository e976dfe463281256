"""Every block leads back to the stretch of the raw page that it was read from."""

import html
import re
from pathlib import Path

import pytest

from kg.model import Document
from kg.source import decoded, read

WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"<[^>]*>")


def traced(path: Path) -> list[tuple[str, str]]:
    """The words of each block, and the raw stretch it points to."""
    document, raw = read(path), decoded(path)
    assert raw is not None
    return [(block.span.of(document.text), "" if block.raw is None else block.raw.of(raw)) for block in document.blocks]


def page(tmp_path: Path, name: str, content: str) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode("utf-8"))
    return path


def test_plain_text_leads_to_its_lines(tmp_path: Path) -> None:
    path = page(tmp_path, "a.txt", "Réunion\r\n\r\n  9h – Accueil \rFin e\u0301largie\n")
    assert [raw for _, raw in traced(path)] == ["Réunion", "9h – Accueil", "Fin e\u0301largie"]


def test_html_leads_past_menus_scripts_and_comments(tmp_path: Path) -> None:
    path = page(
        tmp_path,
        "a.html",
        "<html><head><title>Débat</title><script>'Débat'</script></head><body><nav>Débat</nav>\n"
        "<!-- Débat -->\n<h1>D&eacute;bat</h1>\n<p>Le <b>11</b> juillet&nbsp;2019,<br>à Metz</p>"
        "<p>Fin</p></body></html>",
    )
    assert [raw for _, raw in traced(path)] == ["D&eacute;bat", "Le <b>11</b> juillet&nbsp;2019,<br>à Metz", "Fin"]


def test_markdown_leads_past_marks_and_addresses(tmp_path: Path) -> None:
    path = page(
        tmp_path, "a.md", "# Le *débat*\n\nVoir [le site](https://example.org/debat) et **A**\n\n- un\n- deux\n"
    )
    assert [raw for _, raw in traced(path)] == [
        "Le *débat",
        "Voir [le site](https://example.org/debat) et **A",
        "un",
        "deux",
    ]


def test_what_repeats_is_found_in_order(tmp_path: Path) -> None:
    path = page(tmp_path, "a.html", "<p>Pause</p><p>Débat</p><p>Pause</p>")
    spans = [block.raw for block in read(path).blocks]
    assert [span.start for span in spans if span is not None] == [3, 15, 27]


def first_word_is_there(document: Document, raw: str) -> list[str]:
    missing = []
    for block in document.blocks:
        words = WORD.findall(block.span.of(document.text))
        there = "" if block.raw is None else html.unescape(TAG.sub("", block.raw.of(raw)))
        if words and not "".join(WORD.findall(there)).startswith(words[0]):
            missing.append(block.span.of(document.text))
    return missing


def test_on_real_pages_the_raw_stretch_holds_the_first_word(shared: Path) -> None:
    pages = sorted(p for p in (shared / "corpus" / "dev").iterdir() if p.suffix in (".txt", ".html", ".md"))
    assert len(pages) > 10
    for path in pages:
        raw = decoded(path)
        assert raw is not None
        assert first_word_is_there(read(path), raw) == []


@pytest.mark.parametrize("part", ["<!--", "<script>", "<a ", "&", "<p>a", "]("])
def test_a_hostile_page_is_traced_in_linear_time(tmp_path: Path, part: str) -> None:
    content = "<p>Le débat</p>" + part * 50_000
    assert read(page(tmp_path, "a.md", content)).blocks


def test_the_blocks_of_a_long_markdown_line_are_found_word_by_word(tmp_path: Path) -> None:
    first, second = "Wort & [Text](https://a.example/b) " * 40 + "Ende", "Zweiter Absatz] (mit Klammern) R&D, Schluß"
    path = page(tmp_path, "a.md", f"{first}\n\n{second}\n")
    assert [raw for _, raw in traced(path)] == [first, second]
