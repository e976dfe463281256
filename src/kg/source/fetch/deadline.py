"""A total deadline that holds also where a server sends one byte now and then."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException


class Deadline:
    """So much time from now on, for everything together."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            TimeoutError: there are none.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("it took too long")
        return left

    @contextmanager
    def over(self, connection: socket.socket) -> Iterator[None]:
        """Shut a connection down when the time is up, whatever it is doing.

        Raises:
            TimeoutError: it was shut down.
        """
        up = threading.Event()

        def shut() -> None:
            up.set()
            with suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)  # the socket itself, below TLS

        timer = threading.Timer(self.left(), shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (OSError, ValueError, HTTPException) as error:
            if up.is_set():
                raise TimeoutError("it took too long") from error
            raise
        finally:
            timer.cancel()
        if up.is_set():
            raise TimeoutError("it took too long")
