"""An address on loopback that notes who calls it."""

import socket
import threading
from types import TracebackType
from typing import Self


class Trap:
    """A server that answers nobody and forgets nothing."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.05)
        self._called: list[bytes] = []
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.called()
        self._server.close()

    def called(self) -> list[bytes]:
        """What callers said, until now; nobody is listened to any more."""
        self._done.set()
        self._thread.join()
        return self._called

    def call(self, words: bytes) -> None:
        """Step into it."""
        with socket.create_connection(self._server.getsockname()) as caller:
            caller.sendall(words)

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self._server.accept()
            except TimeoutError:
                if self._done.is_set():
                    return
                continue
            with caller:
                self._called.append(caller.recv(100))
