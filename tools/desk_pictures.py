"""Take the pictures of the network page that stand in docs/: `python tools/desk_pictures.py build`.

The folder is the output of `kg build`. Needs Chromium; `KG_CHROMIUM` names it where it is not on the path.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import sync_playwright

from kg import query, view

DOCS: Final = Path(__file__).resolve().parents[1] / "docs" / "pictures"
CARD: Final = {"selected": "id:organisation-igr"}
PICTURES: Final[dict[str, tuple[int, int, str, str, dict[str, Any]]]] = {
    "desk-fr-light": (1280, 800, "light", "fr", CARD),
    "desk-de-dark": (1280, 800, "dark", "de", {"projection": "organisations", "panel": "sheet", "sheet": "ties"}),
    "desk-en-light": (1280, 800, "light", "en", {"panel": "sheet"}),
    "desk-sparql": (1280, 800, "light", "en", {"panel": "sparql", "query": "cross-border-ties?language=en"}),
    "desk-fr-narrow": (360, 740, "light", "fr", CARD),
    "desk-en-narrow-dark": (360, 740, "dark", "en", {}),
}
"""Of each picture its width and height, the theme, the language, and what is changed in the page."""


def main() -> None:
    """Write the page of a graph and take its pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        page = Path(made) / "network.html"
        view.write(query.trusted(folder), page)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name in PICTURES:
            take(browser, page, name)
        browser.close()


def take(browser: Any, page: Path, name: str) -> None:
    """Take one picture."""
    width, height, scheme, language, state = PICTURES[name]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale=language, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.evaluate("() => kgDesk.ready")
    tab.evaluate("state => { kgDesk.change(state); if (state.selected) kgDesk.show(state.selected); }", state)
    if state.get("panel") == "sparql":
        tab.wait_for_selector("#sparql-answer tbody tr")
        tab.click("#sparql-run")
    tab.wait_for_timeout(600)
    tab.screenshot(path=DOCS / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
