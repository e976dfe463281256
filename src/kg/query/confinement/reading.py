"""The side of the parent: frames as they come, within the deadline and the size."""

import os
import select
import time
from typing import Final, NoReturn

from kg.errors import InputError
from kg.query.confinement import frames
from kg.query.confinement.bounds import Bounds
from kg.query.confinement.starting import Child
from kg.query.confinement.telling import crashed, faulted, late, too_large

_CHUNK: Final = 262_144


class Reply:
    """An answer on its way: its form, and a file of its bytes that ends only with the mark of the end.

    Raises:
        InputError: (from every method) a limit is reached, or the child ended without that mark.
    """

    def __init__(self, child: Child, text: str, bounds: Bounds) -> None:
        self._child = child
        self._text = text
        self._bounds = bounds
        self._deadline = time.monotonic() + bounds.seconds
        self._buffer = bytearray()
        self._taken = 0
        self._data = memoryview(b"")
        self._whole = False
        self._failed: InputError | None = None
        try:
            self.form, self.first = self._frame()
        except BaseException:
            child.end()
            raise

    def read(self, size: int = -1) -> bytes:
        """Bytes of the answer, at most `size`; none at its end."""
        while not self._data and not self._whole:
            mark, data = self._frame()
            self._data = memoryview(data)
            self._whole = mark == frames.END
        part = self._data if size < 0 else self._data[:size]
        self._data = self._data[len(part) :]
        return bytes(part)

    def finish(self) -> None:
        """Make sure that the answer is whole, and let the child go."""
        while not self._whole:
            self.read()
        self.close()

    def close(self) -> None:
        """Let the child go, wherever it is."""
        self._child.end()

    def _frame(self) -> tuple[bytes, bytes]:
        if self._failed is not None:
            raise self._failed
        mark, length = frames.HEAD.unpack(self._take(frames.HEAD.size))
        data = self._take(length)
        if mark == frames.FAULT:
            self._fail(faulted(self._text, data, self._bounds))
        return mark, data

    def _take(self, count: int) -> bytes:
        while len(self._buffer) < count:
            self._more()
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken

    def _more(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0 or not select.select([self._child.handle], [], [], left)[0]:
            self._fail(late(self._bounds))
        got = os.read(self._child.handle, _CHUNK)
        if not got:
            self._fail(crashed(self._child.end(), self._bounds))
        self._taken += len(got)
        if self._taken > self._bounds.most_bytes:
            self._fail(too_large(self._bounds))
        self._buffer += got

    def _fail(self, error: InputError) -> NoReturn:
        self._failed = error
        self._child.end()
        raise error
