"""The engine that links are asked with: from the disk first, then from the endpoint, politely."""

import time
from collections.abc import Callable
from pathlib import Path

from kg.link.profile import Profile
from kg.link.proposals import FOLDER
from kg.query.cache import CachedEngine
from kg.query.engine import Asking, Bindings
from kg.query.retries import Patience
from kg.query.terms import Answer
from kg.query.transfer import Limits

CACHE = "cache"
_MOST_BYTES = 50_000_000


class PacedEngine(Asking):
    """Leaves a pause between two queries."""

    def __init__(
        self,
        engine: Asking,
        pause: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._engine = engine
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._next = clock()

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query, not too soon after the one before."""
        wait = self._next - self._clock()
        if wait > 0:
            self._sleep(wait)
        try:
            return self._engine.run(text, bindings)
        finally:
            self._next = self._clock() + self._pause


def asker(
    profile: Profile, data: Path, *, seconds: float, offline: bool = False, refresh: bool = False
) -> CachedEngine:
    """The engine for a register.

    Args:
        profile: the register.
        data: the data folder, which keeps the answers.
        seconds: what one query may take, further tries included.
        offline: answer from the disk alone.
        refresh: ask again what the disk has.
    """
    from kg.query.endpoint import RemoteEngine  # noqa: PLC0415 - SPARQLWrapper is slow to load

    limits = Limits(seconds=seconds, bytes=_MOST_BYTES)
    there = PacedEngine(RemoteEngine(profile.endpoint, limits, Patience()), profile.pause)
    folder = data / FOLDER / CACHE
    return CachedEngine(profile.endpoint, None if offline else there, folder, refresh=refresh)
