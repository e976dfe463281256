"""How an answer travels from the child: frames of a mark, a length and bytes, the last of them a mark of the end.

What ends without that mark is no answer.
"""

import os
import struct
import time
from typing import Final

HEAD: Final = struct.Struct("<cI")

SOLUTIONS: Final = b"S"
TRUTH: Final = b"B"
TRIPLES: Final = b"T"
DATA: Final = b"D"
FAULT: Final = b"F"
END: Final = b"Z"


_FULL: Final = 262_144
"""Bytes of an answer that go in one frame: each frame wakes the reader."""
_AGE: Final = 0.05
"""Seconds after which fewer go as well: who reads row by row sees a slow answer come."""


class Writer:
    """The side of the child: a file to which an engine writes its answer."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._waiting = bytearray()
        self._sent = time.monotonic()

    def put(self, mark: bytes, data: bytes = b"") -> None:
        """Send one frame, after what waits."""
        self.flush()
        self._send(mark, data)

    def write(self, data: bytes) -> int:
        """Take bytes of the answer, and send them when they are many or have waited."""
        self._waiting += data
        if len(self._waiting) >= _FULL or time.monotonic() - self._sent > _AGE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Send what waits."""
        if self._waiting:
            self._send(DATA, self._waiting)
            self._waiting.clear()

    def _send(self, mark: bytes, data: bytes | bytearray) -> None:
        rest = memoryview(HEAD.pack(mark, len(data)) + data)
        while rest:
            rest = rest[os.write(self._handle, rest) :]
        self._sent = time.monotonic()
