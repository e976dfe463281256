"""Of an HTML page the content stays, as blocks; the furniture goes."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, SourceError
from kg.model import BlockKind, Document
from kg.source import read

H, P, L, T, R, C = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.ITEM,
    BlockKind.TERM,
    BlockKind.ROW,
    BlockKind.CAPTION,
)


def document(tmp_path: Path, html: str) -> Document:
    path = tmp_path / "page.html"
    path.write_text(html, "utf-8")
    return read(path)


def blocks(tmp_path: Path, body: str) -> list[tuple[BlockKind, int, str]]:
    found = document(tmp_path, f"<!doctype html><html lang='fr'><body>{body}</body></html>")
    return [(block.kind, block.level, block.span.of(found.text)) for block in found.blocks]


CASES = {
    "headings have their level": ("<h1>A</h1><h3>B</h3>", [(H, 1, "A"), (H, 3, "B")]),
    "white space is one space": ("<p>a\n  b&nbsp;c\t d</p>", [(P, 0, "a b c d")]),
    "entities are letters": ("<p>D&eacute;bat &amp; caf&#233;</p>", [(P, 0, "Débat & café")]),
    "a break is a line": ("<p>Le <b>4</b> juin<br> 2019<br/><br/>Metz</p>", [(P, 0, "Le 4 juin\n2019\nMetz")]),
    "a quotation has its marks": ("<p>Anna Weber: <q>Zwei Ufer</q></p>", [(P, 0, "Anna Weber: “Zwei Ufer”")]),
    "a room behind a title stands apart": (
        "<p>Dinner <span class='room'>Old Mill</span></p><p>Wir reisen nach <span class='ort'>Metz</span> weiter</p>",
        [(P, 0, "Dinner\nOld Mill"), (P, 0, "Wir reisen nach Metz weiter")],
    ),
    "inline elements are no border": ("<p>1<sup>er</sup> <em>vice</em>-président</p>", [(P, 0, "1er vice-président")]),
    "soft hyphens go": ("<p>Gross&shy;region</p>", [(P, 0, "Grossregion")]),
    "comments go": ("<p>a<!-- b -->c</p>", [(P, 0, "ac")]),
    "loose text is a paragraph": ("a<p>b</p>c", [(P, 0, "a"), (P, 0, "b"), (P, 0, "c")]),
    "items have their depth": (
        "<ul><li>a<ol><li>b</li></ol>c</li><li>d</li></ul>",
        [(L, 1, "a"), (L, 2, "b"), (P, 0, "c"), (L, 1, "d")],
    ),
    "an item may wrap a paragraph": ("<ul><li><p>a</p><p>b</p></li></ul>", [(L, 1, "a"), (P, 0, "b")]),
    "definitions": (
        "<dl><dt>9h</dt><dd>Accueil<p>Par A</p></dd></dl>",
        [(T, 0, "9h"), (L, 1, "Accueil"), (P, 0, "Par A")],
    ),
    "a row is a line": (
        "<table><tr><th>Heure</th><th>Quoi</th></tr><tr><td> 9h </td><td><p>Débat</p><p>Par A</p></td></tr></table>",
        [(R, 0, "Heure\tQuoi"), (R, 0, "9h\tDébat\nPar A")],
    ),
    "an empty first cell keeps its place": (
        "<table><tr><td>9h</td><td>A</td></tr><tr><td></td><td>B</td></tr></table>",
        [(R, 0, "9h\tA"), (R, 0, "\tB")],
    ),
    "a list in a cell": (
        "<table><tr><td>9h</td><td>A<ul><li>x</li></ul></td></tr></table>",
        [(R, 0, "9h\tA"), (L, 1, "x")],
    ),
    "a table for the layout is not there": (
        "<table><tr><td><h1>A</h1></td><td><table><tr><td>9h</td><td>B</td></tr></table></td></tr></table>",
        [(H, 1, "A"), (R, 0, "9h\tB")],
    ),
    "a caption": (
        "<figure><img alt='x'><figcaption>A et B</figcaption></figure><p>c</p>",
        [(C, 0, "A et B"), (P, 0, "c")],
    ),
    "preformatted lines": ("<pre>a  b\nc</pre>", [(P, 0, "a b\nc")]),
    "one main": ("<div>x y</div><main><p>a</p></main><div>z</div>", [(P, 0, "a")]),
    "a heading above main": ("<header><h1>T</h1></header><main><p>a</p></main>", [(H, 1, "T"), (P, 0, "a")]),
    "a header in an article": ("<article><header><h2>T</h2></header><p>a</p></article>", [(H, 2, "T"), (P, 0, "a")]),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_blocks(tmp_path: Path, body: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    assert blocks(tmp_path, body) == expected


FURNITURE = [
    "<nav>x</nav>",
    "<footer>x</footer>",
    "<aside><h3>x</h3></aside>",
    "<header><p>x</p></header>",
    "<script>x</script>",
    "<style>x</style>",
    "<form><input><button>x</button>x</form>",
    "<noscript>x</noscript>",
    "<div role='navigation'>x</div>",
    "<div class='siteFooter'>x</div>",
    "<ul class='main-menu'><li>x</li></ul>",
    "<div id='sidebar'><p>x</p></div>",
    "<div id='spalte_links'><b>Demnächst</b> x</div>",
    "<div id='kopf'><span class='claim'>x</span></div>",
    "<p class='site-title'>x</p>",
    "<p class='breadcrumb'>x</p>",
    "<section class='related posts'>x</section>",
    "<div hidden>x</div>",
    "<div style='display: none'>x</div>",
    "<div class='k'><p>Ce site utilise des cookies x</p><b>x</b></div>",
    "<p>Home > x > y</p>",
    "<p>Vous êtes ici : x</p>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
def test_furniture_goes(tmp_path: Path, furniture: str, order: str) -> None:
    content = f"<h1>Titre</h1><p>{'Le débat a eu lieu. ' * 20}</p>"
    found = document(tmp_path, f"<html><body>{order.format(furniture, content)}</body></html>")
    assert found.text.split()[0] == "Titre"
    assert "x" not in found.text.split()


NEEDED = [
    "<div class='page-with-sidebar'><main><p>Le débat</p></main></div>",
    "<form id='aspnet'><h1>Le débat</h1></form>",
    "<div class='menu-page'><p>Le débat</p></div>",
    "<div class='print-layout'><article><h1>Le débat</h1></article></div>",
]


@pytest.mark.parametrize("body", NEEDED)
def test_what_holds_the_content_stays(tmp_path: Path, body: str) -> None:
    assert "Le débat" in document(tmp_path, f"<html><body>{body}</body></html>").text


def test_a_page_that_speaks_of_cookies_keeps_its_words(tmp_path: Path) -> None:
    found = document(tmp_path, "<html><body><main><h1>Goûter</h1><p>Cookies et café à 16h</p></main></body></html>")
    assert "Cookies et café" in found.text


def test_what_the_page_says_about_itself(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        "<html lang='de-DE'><head><title>Seite | Verein</title><link rel='canonical' href='https://example.org/seite'>"
        "<meta property='article:published_time' content='2019-06-05T10:00:00+02:00'></head>"
        "<body><h1>Ein Abend<br>in Saarbrücken</h1></body></html>",
    )
    assert (found.title, found.language) == ("Ein Abend in Saarbrücken", "de")
    assert (found.source, found.published) == ("https://example.org/seite", "2019-06-05")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", ""])
def test_an_address_that_is_none_is_not_taken(tmp_path: Path, address: str) -> None:
    found = document(
        tmp_path, f"<head><title>T</title><link rel=canonical href='{address}'></head><body><p>a</p></body>"
    )
    assert (found.source, found.title) == (None, "T")


def test_a_time_of_the_event_is_no_day_of_publication(tmp_path: Path) -> None:
    html = "<p><time datetime='2019-07-11'>11 juillet</time></p><time pubdate datetime='2019-07-01'>juillet</time>"
    assert document(tmp_path, html).published == "2019-07-01"


def test_markup_nested_too_deep_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nested more than 256 deep") as caught:
        document(tmp_path, "<html><body>" + "<div>" * 100_000 + "text")
    assert "save that as .txt" in str(caught.value)


def test_time_grows_no_faster_than_the_page(tmp_path: Path) -> None:
    section = "<h2>Titre</h2><p>Le <b>11</b> juillet &amp; A&nbsp;B, directeur.</p><ul><li>A</li><li>B<br>C</li></ul>"

    def seconds(sections: int) -> float:
        start = time.process_time()
        found = document(tmp_path, f"<html><body><main>{section * sections}</main></body></html>")
        assert len(found.blocks) == 4 * sections
        return time.process_time() - start

    small, large = seconds(2_000), seconds(10_000)
    assert large < max(12 * small, 1)  # five times the page takes about five times as long


TAGS = [
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<h1>",
    "<main>",
    "<br>",
]


@given(st.lists(st.sampled_from([*TAGS, "<nav>", "</nav>", "<pre>", "a", " b ", "&nbsp;", "é", "</div>", "</main>"])))
def test_any_markup_gives_ordered_blocks_or_our_error(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    try:
        found = document(tmp_path_factory.getbasetemp(), "".join(parts))
    except KgError:
        return
    ends = [0]
    for block in found.blocks:
        assert block.span.start >= ends[-1]
        assert block.span.of(found.text).strip()
        ends.append(block.span.end)
