"""What a terminal gets, and only a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.screen import is_terminal, linked, passage, plain

LINK = "\x1b]8;;"
LONG = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 200"


def at_a_terminal(*arguments: str, **surroundings: str) -> str:
    """What `kg` writes to a terminal of 24 lines."""
    ours, theirs = pty.openpty()
    # the pager inherits the terminal; whatever it writes comes back through it
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *arguments],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": "200", "LINES": "24", "TERM": "xterm", "PAGER": "", **surroundings},
    )
    os.close(theirs)
    told = bytearray()
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        told += piece
    os.close(ours)
    assert process.wait() == 0
    return told.decode("utf-8").replace("\r\n", "\n")


def test_words_become_a_link_only_to_the_web() -> None:
    assert linked("words", "https://example.org/a") == f"{LINK}https://example.org/a\x1b\\words{LINK}\x1b\\"
    assert linked("words", None) == linked("words", "javascript:alert(1)") == linked("words", "file:///etc") == "words"
    assert linked("", "https://example.org/") == ""


def test_an_address_cannot_end_the_link() -> None:
    shown = linked("words", "https://example.org/\x1b\\\x07evil é")
    assert shown.count("\x1b") == 4
    assert "%1B" in shown
    assert "%C3%A9" in shown


def test_a_passage_is_a_text_fragment() -> None:
    assert (
        passage("https://example.org/a", "l’été, là")
        == "https://example.org/a#:~:text=l%E2%80%99%C3%A9t%C3%A9%2C%20l%C3%A0"
    )
    assert passage("https://example.org/a#b", "words") == "https://example.org/a#b"


def test_signs_that_steer_a_terminal_are_shown_as_unknown() -> None:
    assert plain("a\x1b[2Jb\x9bc\td\n") == "a\ufffd[2Jb\ufffdc\td\n"


def test_no_terminal_no_pager(capsys: pytest.CaptureFixture[str]) -> None:
    assert not is_terminal()


def test_a_long_answer_goes_through_the_pager(sample: Path) -> None:
    pager = f"{sys.executable} -c \"import sys; print('PAGED', len(sys.stdin.read().splitlines()) > 200)\""
    graph = ("--graph", str(sample))
    assert at_a_terminal("query", LONG, *graph, PAGER=pager) == "PAGED True\n"
    assert "PAGED" not in at_a_terminal("query", f"{LONG}0".replace("2000", "2"), *graph, PAGER=pager)
    assert at_a_terminal("query", LONG, *graph, PAGER="").endswith("200 rows\n")
    assert at_a_terminal("query", LONG, *graph, PAGER="no-such-pager").endswith("200 rows\n")


def test_a_terminal_gets_links_and_a_pipe_none(sample: Path) -> None:
    asked = (
        "query",
        'SELECT ?url ("q" AS ?quote) { VALUES ?url { <https://example.org/page> } }',
        "--graph",
        str(sample),
    )
    told = at_a_terminal(*asked)
    assert f"{LINK}https://example.org/page#:~:text=q\x1b\\q" in told
    assert LINK not in at_a_terminal(*asked, TERM="dumb")
    piped = subprocess.run([sys.executable, "-m", "kg", *asked], capture_output=True, text=True, check=True)
    assert "\x1b" not in piped.stdout
