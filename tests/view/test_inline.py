import html
import re
import sys

import pytest
from IPython.core.formatters import DisplayFormatter

from kg import view
from kg.errors import InputError
from kg.query import Engine

module = sys.modules["kg.view.inline"]  # the package gives its function under the same name


def test_a_notebook_gets_the_page_in_a_frame(evening: Engine) -> None:
    shown = view.inline(evening, language="de", height=500)
    formats, _ = DisplayFormatter().format(shown)  # type: ignore[no-untyped-call]
    found = re.fullmatch(r'<iframe srcdoc="([^"]*)" ([^<>]*)></iframe>', formats["text/html"])
    assert found is not None
    assert html.unescape(found[1]) == shown.page == view.page(evening, language="de", renderer="pyvis")
    assert "height: 500px" in found[2]
    assert len(formats["text/plain"]) < 100


def test_pyvis_draws_a_small_graph_and_the_desk_any_other(evening: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = view.page(evening, sparql=False)
    assert view.inline(evening, renderer="desk").page == view.inline(evening, sparql=False).page == desk
    monkeypatch.setattr(module, "MOST_STATEMENTS", 2)
    assert view.inline(evening).page == desk


def test_the_frame_keeps_the_page_from_the_notebook(evening: Engine) -> None:
    frame = view.inline(evening)._repr_html_()
    sandbox = re.search(r'" sandbox="([^"]*)"', frame)
    assert sandbox is not None
    assert "allow-scripts" in sandbox[1]
    assert "allow-same-origin" not in sandbox[1]


def test_a_wrong_option_is_told_before_the_cell_shows_anything(evening: Engine) -> None:
    with pytest.raises(InputError, match="'nl'"):
        view.inline(evening, language="nl")
