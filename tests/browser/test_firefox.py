"""The page in Firefox: it opens from disk without a message, and answers SPARQL as in Chromium.

Firefox is driven over its own remote protocol, a socket with numbered commands in JSON, each after its length: it needs
no driver beside it.
"""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import pytest

from kg import query, view
from kg.query.embedded import EmbeddedEngine

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOST: Final = "127.0.0.1"
START_SECONDS: Final = 60
PREFERENCES: Final = {
    "marionette.port": 0,  # a free one, which Firefox writes into its profile
    "intl.accept_languages": "fr",
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
MESSAGES: Final = """
return Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError)
    .filter((one) => (one.sourceName || "").startsWith("file:") || one.category.startsWith("CSP"))
    .map((one) => one.errorMessage);
"""
PEOPLE = "SELECT DISTINCT ?person ?name WHERE { ?person a kg:Person ; rdfs:label ?name } ORDER BY ?name"
ASK = """
const answered = (selector) => new Promise((resolve) => {
  const look = () => (document.querySelector(selector) === null ? setTimeout(look, 50) : resolve());
  look();
});
return kgDesk.ready.then(() => document.getElementById("tab-sparql").click())
  .then(() => answered("[data-ready]"))
  .then(() => {
    const text = document.getElementById("sparql-text");
    text.value = %s;
    text.dispatchEvent(new Event("input"));
    document.getElementById("sparql-run").click();
  })
  .then(() => answered("#sparql-run[aria-disabled=false]"))
  .then(() => [...document.querySelectorAll("#sparql-answer tbody tr")])
  .then((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
"""


class Firefox:
    """A headless Firefox with a profile of its own; a context manager."""

    def __init__(self, program: str, profile: Path) -> None:
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
        (profile / "user.js").write_text("".join(lines), "utf-8")
        command = [program, "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = socket.create_connection((HOST, _port(profile)), timeout=START_SECONDS)
        self._read()
        self._number = 0
        self.tell("WebDriver:NewSession", {"capabilities": {}})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait()

    def open(self, address: str) -> None:
        """Load a page."""
        self.tell("WebDriver:Navigate", {"url": address})

    def run(self, program: str) -> Any:
        """The value that a program on the page returns or promises."""
        return self.tell("WebDriver:ExecuteScript", {"script": program, "args": []})["value"]

    def messages(self) -> list[str]:
        """What the browser has had to say of pages of the disk, in its console."""
        self.tell("Marionette:SetContext", {"value": "chrome"})
        found: list[str] = self.run(MESSAGES)
        self.tell("Marionette:SetContext", {"value": "content"})
        return found

    def tell(self, command: str, values: dict[str, Any]) -> Any:
        """Give a command and wait for its answer.

        Raises:
            RuntimeError: Firefox refuses it.
        """
        self._number += 1
        text = json.dumps([0, self._number, command, values])
        self._socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, answer = self._read()
        if error is not None:
            raise RuntimeError(error)
        return answer

    def _read(self) -> Any:
        digits = b""
        while not digits.endswith(b":"):
            digits += self._socket.recv(1)
        left, parts = int(digits[:-1]), []
        while left > 0:
            parts.append(self._socket.recv(left))
            left -= len(parts[-1])
        return json.loads(b"".join(parts))


def _port(profile: Path) -> int:
    """The port that Firefox listens on, as soon as it does."""
    until = time.monotonic() + START_SECONDS
    written = profile / "MarionetteActivePort"
    while not (written.is_file() and written.read_text("utf-8").strip()):
        assert time.monotonic() < until, f"Firefox has not started within {START_SECONDS} seconds"
        time.sleep(0.1)
    return int(written.read_text("utf-8"))


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("no Firefox: install firefox-esr to open the page in it")
    with Firefox(program, tmp_path_factory.mktemp("firefox")) as started:
        yield started


@pytest.mark.parametrize("name", ["desk-evening", "desk-hostile", "pyvis-evening", "pyvis-hostile"])
def test_opens_without_a_message(firefox: Firefox, pages: Path, name: str) -> None:
    firefox.open((pages / f"{name}.html").as_uri())
    firefox.run("return window.kgDesk === undefined ? null : kgDesk.ready.then(() => null)")
    assert firefox.run("return document.querySelectorAll('canvas').length") > 0
    assert firefox.messages() == []


def test_sparql_gives_the_rows_of_kg_query(firefox: Firefox, pages: Path, engine: EmbeddedEngine) -> None:
    view.write(engine, pages / "firefox.html")
    firefox.open((pages / "firefox.html").as_uri())
    rows = firefox.run(ASK % json.dumps(PEOPLE))
    assert rows == [[query.shown(term) for term in row] for row in engine.select(PEOPLE)]
    assert firefox.messages() == []


def test_browser_lets_the_page_ask_nothing_and_says_so(firefox: Firefox, pages: Path) -> None:
    firefox.open((pages / "desk-evening.html").as_uri())
    answer = firefox.run("return fetch('https://example.org/').then(() => 'answered', () => 'refused')")
    assert answer == "refused"
    assert any("connect-src" in message for message in firefox.messages())
