"""axe-core finds no barrier in the desk, whatever is open, in light and dark, wide and narrow."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

BUNDLE = Path(__file__).resolve().parents[2] / "tools" / "bundle"
STATES: tuple[dict[str, Any], ...] = (
    {},
    {"selected": "id:person-1"},
    {"selected": "", "panel": "sheet"},
    {"panel": "sheet", "sheet": "ties"},
    {"panel": "about"},
    {"panel": "sparql"},
    {"panel": "card", "projection": "people"},
)
RUN = """async () => (await axe.run()).violations
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)"""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program of axe-core, from the locked packages."""
    folder = BUNDLE
    if not (folder / "node_modules" / "axe-core").is_dir():
        if shutil.which("npm") is None:
            pytest.skip("no npm: install Node.js to fetch axe-core")
        folder = tmp_path_factory.mktemp("axe")
        for name in ("package.json", "package-lock.json"):
            shutil.copy(BUNDLE / name, folder)
        install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
        if subprocess.run(install, cwd=folder, capture_output=True, check=False).returncode != 0:
            pytest.skip("npm reaches no registry, so that axe-core cannot be fetched")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 360])
def test_no_barrier_is_found(browser: Browser, pages: Path, axe: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="fr",
        offline=True,
        bypass_csp=True,  # the page would not let axe in
    )
    page = context.new_page()
    page.goto((pages / "desk-evening.html").as_uri())
    page.evaluate("() => kgDesk.ready")
    page.add_script_tag(content=axe)
    page.evaluate("() => { document.querySelector('#choices').open = true; }")
    found = []
    for state in STATES:
        page.evaluate("state => kgDesk.change(state)", state)
        page.wait_for_timeout(150)
        found += page.evaluate(RUN)
    context.close()
    assert found == []
