"""What a store has acknowledged, on disk after every request: a push that is killed goes on from there.

One file for each address in the output folder, one JSON value a line, added to and flushed to the disk. A last line
that was cut by the kill counts for nothing: its request is sent again.
"""

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from kg import files, jsonl
from kg.errors import InputError
from kg.files import cannot_write
from kg.push.local import LocalGraph


@dataclass(slots=True)
class Ledger:
    """How many triples of each graph a store has acknowledged, and of which content."""

    file: IO[bytes]
    path: Path
    _sent: dict[str, tuple[str, int]] = field(default_factory=dict)

    def sent(self, graph: LocalGraph) -> int:
        """How many of the triples of this content are there."""
        content, count = self._sent.get(graph.name, ("", 0))
        return count if content == graph.sha256 and count <= len(graph) else 0

    def note(self, graph: LocalGraph, count: int) -> None:
        """The store has so many of its triples."""
        self._add(graph.name, graph.sha256, count)

    def forget(self, name: str) -> None:
        """Nobody knows what the store holds of this graph."""
        self._add(name, "", 0)

    def _add(self, name: str, content: str, count: int) -> None:
        try:
            self.file.write((jsonl.line({"graph": name, "sha256": content, "sent": count}) + "\n").encode("utf-8"))
            self.file.flush()
            os.fsync(self.file.fileno())
        except OSError as error:
            raise cannot_write(self.path, error) from error
        self._sent[name] = (content, count)


def place(folder: Path, url: str) -> Path:
    """Where the ledger of an address stands."""
    host = "".join(c if c.isalnum() else "-" for c in urlsplit(url).hostname or "")
    return folder / f"push-{host}-{hashlib.sha256(url.encode('utf-8')).hexdigest()[:8]}.jsonl"


@contextlib.contextmanager
def ledger(folder: Path, url: str) -> Iterator[Ledger]:
    """The ledger of an address, held by one push at a time.

    Raises:
        InputError: another push to it is running, or the disk refuses the file.
    """
    path = place(folder, url)
    with _held(path):
        known = read(path)
        lines = (jsonl.line({"graph": g, "sha256": c, "sent": n}) for g, (c, n) in sorted(known.items()))
        files.write_lines(path, lines)
        try:
            file = path.open("ab")
        except OSError as error:
            raise cannot_write(path, error) from error
        with file:
            yield Ledger(file, path, known)


def read(path: Path) -> dict[str, tuple[str, int]]:
    """What a ledger says; nothing where it says nothing that can be read."""
    known: dict[str, tuple[str, int]] = {}
    if not path.is_file():
        return known
    for line in path.read_bytes().split(b"\n"):
        with contextlib.suppress(ValueError, KeyError, TypeError):
            value = json.loads(line)
            known[str(value["graph"])] = (str(value["sha256"]), int(value["sent"]))
    return known


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    lock = path.with_name(f".{path.name}.lock")
    try:
        handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise cannot_write(lock, error) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise InputError(
            f"another push to this store is running (it holds {lock}).", hint="Wait until it has ended."
        ) from error
    finally:
        os.close(handle)
