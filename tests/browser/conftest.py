"""A headless browser without a network, and pages of small graphs on disk."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, sync_playwright
from pyoxigraph import RdfFormat, parse

from kg import view
from kg.query import engine_over
from kg.store import in_memory

GRAPHS = Path(__file__).resolve().parents[1] / "view" / "graphs"
LONG = 'graph:text-1111111111111111 { id:person-long a kg:Person ; rdfs:label "%s" . }' % ("x" * 5000)
LONG_TAKES_PART = "graph:text-1111111111111111 { id:participation-1 kg:participant id:person-long . }"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass(slots=True, kw_only=True)
class Opened:
    """A page in the browser, and what it did that it should not."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def choose(self, name: str) -> str:
        """Type a name, take the first suggestion with Enter, and give the text of the card."""
        self.page.fill("#query", name)
        self.page.press("#query", "Enter")
        return self.page.inner_text("#panel")

    def click(self, node: str) -> str:
        """Click on a node of the drawing, and give the text of the card."""
        place = self.page.evaluate(
            """id => {
                const box = document.querySelector("canvas").getBoundingClientRect();
                if (window.kgDesk) {
                    const { graph, numberOf, toScreen } = kgDesk;
                    const [x, y] = toScreen(graph.x[numberOf(id)], graph.y[numberOf(id)]);
                    return [box.left + x, box.top + y];
                }
                const at = kgView.network.canvasToDOM(kgView.network.getPosition(id));
                return [box.left + at.x, box.top + at.y];
            }""",
            node,
        )
        self.page.mouse.click(*place)
        return self.page.inner_text("#panel")


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium: install it, or name the program in KG_CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of each small graph, as `desk-evening.html`."""
    folder = tmp_path_factory.mktemp("pages")
    for path in sorted(GRAPHS.glob("*.trig")):
        more = LONG + LONG_TAKES_PART if path.stem == "hostile" else ""
        store = in_memory(parse(path.read_text("utf-8") + more, format=RdfFormat.TRIG))
        for renderer in view.RENDERERS:
            view.write(engine_over(store), folder / f"{renderer}-{path.stem}.html", renderer=renderer)
    return folder


@pytest.fixture
def opened(browser: Browser, pages: Path) -> Iterator[Open]:
    """Opens a page from disk with the network off: `opened("desk-evening", width=360)`."""
    contexts = []

    def opening(name: str, *, width: int = 1280, height: int = 800, scheme: str = "light", address: str = "") -> Opened:
        context = browser.new_context(
            locale="fr",
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            offline=True,
        )
        contexts.append(context)
        found = Opened(page=context.new_page())
        url = (pages / f"{name}.html").as_uri()

        def handle(route: Route) -> None:
            if route.request.url.partition("#")[0] == url:
                route.continue_()
            else:
                found.requests.append(route.request.url)
                route.abort()

        def dismiss(dialog: Dialog) -> None:
            found.dialogs.append(dialog.message)
            dialog.dismiss()

        context.route("**/*", handle)
        found.page.on("console", lambda message: found.messages.append(f"{message.type}: {message.text}"))
        found.page.on("pageerror", lambda error: found.messages.append(f"error: {error}"))
        found.page.on("dialog", dismiss)
        found.page.goto(url + address)
        found.page.evaluate("() => window.kgDesk === undefined ? null : kgDesk.ready")
        return found

    yield opening
    for context in contexts:
        context.close()
