"""Asking again where that is safe and may help: a busy endpoint, a broken connection.

A query only reads, so that it can be sent twice. What the endpoint finds wrong with it (status 400), and what takes too
long or is too large, would be so again. All tries and the pauses between them stand under one deadline.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from kg.query.refusals import RefusedError, UnreachableError
from kg.query.transfer import Limits

BUSY: Final = frozenset({429, 502, 503, 504})
"""The statuses that pass: too many requests, and a server that is overloaded or being restarted."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often to try, and how long to wait in between."""

    tries: int = 4
    pause: float = 1.0
    """Seconds before the second try; twice as many before each further one, unless the endpoint says when."""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


ONCE: Final = Patience(tries=1)


def patiently(ask: Callable[[Limits], _T], limits: Limits, patience: Patience) -> _T:
    """Ask until there is an answer, nothing more is to be hoped for, or the time is over.

    Args:
        ask: sends the request within limits: those given, less the time that has gone.
        limits: what all tries together may cost.
        patience: how often to try.

    Raises:
        InputError: the last refusal.
    """
    end = patience.clock() + limits.seconds
    for number in range(1, patience.tries + 1):
        left = end - patience.clock()
        try:
            return ask(replace(limits, seconds=max(left, 0.001)))
        except (RefusedError, UnreachableError) as error:
            wait = _pause(error, number, patience)
            if number == patience.tries or wait is None or patience.clock() + wait >= end:
                raise _after(error, number, wait) from error
            patience.sleep(wait)
    raise AssertionError("patience has at least one try")


def _pause(error: RefusedError | UnreachableError, number: int, patience: Patience) -> float | None:
    """How long to wait before the next try; None where none would help."""
    if isinstance(error, RefusedError):
        if error.status not in BUSY:
            return None
        if error.retry_after is not None:
            return error.retry_after
    return float(patience.pause * 2 ** (number - 1))


def _after(error: RefusedError | UnreachableError, number: int, wait: float | None) -> RefusedError | UnreachableError:
    """The error with how often it was met, and how long the endpoint wants to be left alone."""
    if isinstance(error, RefusedError) and error.retry_after is not None and wait is not None:
        error.hint = f"It wants to be asked again in {error.retry_after:g} seconds, and no sooner."
    if number > 1:
        error.message = f"{error.message.rstrip('.')}, {number} times."
    return error
