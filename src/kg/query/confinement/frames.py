"""How an answer travels from the child: frames of a mark, a length and bytes, the last of them a mark of the end.

What ends without that mark is no answer.
"""

import os
import struct
from typing import Final

HEAD: Final = struct.Struct("<cI")

SOLUTIONS: Final = b"S"
TRUTH: Final = b"B"
TRIPLES: Final = b"T"
DATA: Final = b"D"
FAULT: Final = b"F"
END: Final = b"Z"


class Writer:
    """The side of the child: a file to which an engine writes its answer."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def put(self, mark: bytes, data: bytes = b"") -> None:
        """Send one frame."""
        rest = memoryview(HEAD.pack(mark, len(data)) + data)
        while rest:
            rest = rest[os.write(self._handle, rest) :]

    def write(self, data: bytes) -> int:
        """Send bytes of the answer."""
        self.put(DATA, data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""
