"""Reads from a connection under one deadline for the whole request, which a client that drips cannot stretch."""

import io
import socket
import time


class Patience(io.RawIOBase):
    """The bytes of a connection; `renew` gives the next request its time."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        super().__init__()
        self._connection = connection
        self._seconds = seconds
        self._until = 0.0
        self.renew()

    def renew(self) -> None:
        """Begin to count anew."""
        self._until = time.monotonic() + self._seconds

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview[int]") -> int:  # type: ignore[override]
        """Read what there is.

        Raises:
            TimeoutError: the time of the request is over.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        try:
            return self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(self._seconds)
