"""The table of a notebook: nothing in the graph can become markup or a script."""

import re

from kg.query import Table, iri, literal
from kg.query.html import SHOWN


def test_everything_is_escaped_and_only_the_web_is_linked() -> None:
    bad = "<script>alert('x')</script>&\""
    table = Table((bad,), ((literal(bad),), (iri("javascript:alert(1)"),), (iri('https://example.org/?a="b"&c'),)))
    shown = table._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert re.findall(r'href="([^"]*)"', shown) == ["https://example.org/?a=&quot;b&quot;&amp;c"]


def test_a_long_table_says_that_it_is_cut() -> None:
    shown = Table(("n",), tuple((literal(str(n)),) for n in range(1234)))._repr_html_()
    assert shown.count("<tr>") == SHOWN + 1
    assert f"1,234 rows; the first {SHOWN} are shown" in shown


def test_a_short_one_says_how_many_rows_it_has() -> None:
    assert "<p>1 row</p>" in Table(("n", "m"), ((literal("1"), None),))._repr_html_()
