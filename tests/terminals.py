"""A person at a terminal, for the tests of what asks one question after another."""

import os
import pty
import select
import subprocess
import sys
import time
from typing import Final

PROMPT: Final = b"[q]uit"
PATIENCE: Final = 240
"""Seconds that a busy machine is waited for."""


def sitting(arguments: list[str], keys: list[bytes]) -> tuple[str, int]:
    """What a terminal of a person shows who presses these keys, one at each prompt; and the exit code."""
    terminal, inside = pty.openpty()
    command = [sys.executable, "-m", "kg", *arguments]
    environment = os.environ | {"COLUMNS": "100"}
    running = subprocess.Popen(
        command, stdin=inside, stdout=inside, stderr=inside, env=environment, start_new_session=True
    )
    os.close(inside)
    shown = b""
    try:
        for key in keys:
            shown += until(terminal, b"Reason:" if key.endswith(b"\r") else PROMPT)
            press(terminal, key)
        shown += until(terminal, b"written to")
        code = running.wait(timeout=PATIENCE)
    finally:
        running.kill()
        running.wait()
        os.close(terminal)
    return shown.decode("utf-8", "replace"), code


def press(terminal: int, key: bytes) -> None:
    """Press a key until it is seen: between the prompt and the reading of it the terminal forgets a key."""
    end = time.monotonic() + PATIENCE
    time.sleep(0.1)
    while time.monotonic() < end:
        os.write(terminal, key)
        if select.select([terminal], [], [], 5)[0]:
            return


def until(terminal: int, wanted: bytes) -> bytes:
    """All that the terminal shows up to these words; a key that is pressed before they stand there is lost."""
    shown = b""
    end = time.monotonic() + PATIENCE
    while wanted not in shown:
        assert time.monotonic() < end, f"waited for {wanted!r}, saw {shown.decode('utf-8', 'replace')!r}"
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 4096)
            except OSError:  # the program has closed its side
                break
    return shown
