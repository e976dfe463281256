"""The side of the parent: frames as they come, within the deadline and the size."""

import os
import select
import time
from typing import NoReturn

from kg.errors import InputError
from kg.query.confinement import frames
from kg.query.confinement.bounds import Bounds
from kg.query.confinement.starting import Child
from kg.query.confinement.telling import crashed, faulted, late, too_large


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
            self._next()
        part = self._data if size < 0 else self._data[:size]
        self._data = self._data[len(part) :]
        return bytes(part)

    def rest(self) -> bytes:
        """All bytes of the answer that were not read yet, to the mark of the end."""
        parts = [self._data]
        while not self._whole:
            self._next()
            parts.append(self._data)
        self._data = memoryview(b"")
        return b"".join(parts)

    def finish(self) -> None:
        """Make sure that the answer is whole, and let the child go."""
        while not self._whole:
            self.read()
        self.close()

    def close(self) -> None:
        """Let the child go, wherever it is."""
        self._child.end()

    def _next(self) -> None:
        mark, data = self._frame()
        self._data = memoryview(data)
        self._whole = mark == frames.END

    def _frame(self) -> tuple[bytes, bytearray]:
        if self._failed is not None:
            raise self._failed
        mark, length = frames.HEAD.unpack(self._take(frames.HEAD.size))
        data = self._take(length)
        if mark == frames.FAULT:
            self._fail(faulted(self._text, data, self._bounds))
        return mark, data

    def _take(self, count: int) -> bytearray:
        """So many bytes, read to where they stay."""
        self._taken += count
        if self._taken > self._bounds.most_bytes:
            self._fail(too_large(self._bounds))
        data = bytearray(count)
        rest = memoryview(data)
        while rest:
            rest = rest[self._more(rest) :]
        return data

    def _more(self, rest: memoryview) -> int:
        left = self._deadline - time.monotonic()
        if left <= 0 or not select.select([self._child.handle], [], [], left)[0]:
            self._fail(late(self._bounds))
        got = os.readv(self._child.handle, [rest])
        if not got:
            self._fail(crashed(self._child.end(), self._bounds))
        return got

    def _fail(self, error: InputError) -> NoReturn:
        self._failed = error
        self._child.end()
        raise error
