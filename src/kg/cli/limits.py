"""The options that limit what a question may cost."""

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from kg.cli.answering import Limits

if TYPE_CHECKING:
    from collections.abc import Callable


def limits_options(command: "Callable[..., None]") -> "Callable[..., None]":
    """The options --timeout, --memory and --size, handed on as one `limits`."""

    @click.option("--timeout", type=float, metavar="SECONDS", help="Stop the query after this time (60 s).")
    @click.option("--memory", type=int, metavar="MB", help="Let the query take this much memory (2048 MB).")
    @click.option("--size", type=int, metavar="MB", help="Take an answer of at most this size (256 MB).")
    @wraps(command)
    def taking(*, timeout: float | None, memory: int | None, size: int | None, **rest: Any) -> None:
        command(limits=Limits(timeout, memory, size), **rest)

    return taking
