"""The page in the output of a notebook's cell, which is a frame without an address of its own."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from kg import view
from kg.query import engine_over
from kg.store import in_memory

GRAPHS = Path(__file__).resolve().parents[1] / "view" / "graphs"
CELL = '<!DOCTYPE html><meta charset="utf-8"><title>notebook</title><link rel="icon" href="data:,"><p>Out:</p>{}'

pytestmark = pytest.mark.browser


@pytest.fixture
def cell(pages: Path, opened: Callable[[str], Any]) -> Callable[..., Any]:
    """Opens a notebook with a cell that shows the network: `cell(renderer="desk")`."""

    def showing(**options: Any) -> Any:
        store = in_memory(parse((GRAPHS / "evening.trig").read_text("utf-8"), format=RdfFormat.TRIG))
        shown = view.inline(engine_over(store), **options)
        (pages / "notebook.html").write_text(CELL.format(shown._repr_html_()), "utf-8")
        return opened("notebook")

    return showing


@pytest.mark.parametrize("renderer", view.RENDERERS)
def test_it_works_in_the_frame_and_asks_nobody(cell: Callable[..., Any], renderer: str) -> None:
    notebook = cell(renderer=renderer)
    frame = notebook.page.frame_locator("iframe")
    frame.locator("#query").fill("Muller-Becker")
    frame.locator("#query").press("Enter")
    frame.get_by_text("Nicole Muller-Becker, vice-présidente du Conseil régional Grand Est,").first.wait_for()
    notebook.page.wait_for_timeout(400)
    assert "person-1" in notebook.page.frames[1].url
    assert (notebook.requests, notebook.messages, notebook.dialogs) == ([], [], [])


def test_sparql_runs_in_the_frame(cell: Callable[..., Any]) -> None:
    notebook = cell(sparql=True)
    frame = notebook.page.frame_locator("iframe")
    frame.locator("#tab-sparql").click()
    frame.locator("#sparql-text").fill("ASK { ?person a kg:Person }")
    frame.locator("#sparql-text").press("Control+Enter")
    # a frame of another process may not have heard of the language yet
    frame.get_by_text(re.compile(r"^(?:Oui|Ja|Yes) ")).wait_for()
    assert (notebook.requests, notebook.messages, notebook.dialogs) == ([], [], [])
