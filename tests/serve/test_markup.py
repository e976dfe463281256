"""HTML that escapes by itself."""

from hypothesis import given
from hypothesis import strategies as st

from kg.serve.markup import element, link, page, policy


@given(st.text())
def test_text_never_becomes_markup(text: str) -> None:
    shown = str(element("p", text, title=text))
    assert shown.count("<") == 2
    assert shown.count('"') == 2


def test_links_lead_to_the_web_only() -> None:
    assert str(link('https://a.example/?a=1&b="', "x")) == (
        '<a href="https://a.example/?a=1&amp;b=&quot;" rel="noopener noreferrer" target="_blank">x</a>'
    )
    for address in ("javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//a.example", ""):
        assert link(address, "x") == "x"


def test_page_and_policy_agree_on_the_style() -> None:
    assert page("a", "fr").count("<style>") == 1
    assert "'sha256-" in policy(())
    assert policy(()).endswith("frame-ancestors 'self'")
