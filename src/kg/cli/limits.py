"""The options that limit what a question may cost, and the engine that keeps them."""

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.query import Engine


class Limits(NamedTuple):
    """Limits as given on the command line; None where the option was left out."""

    seconds: float | None
    memory: int | None
    size: int | None

    @property
    def given(self) -> dict[str, float]:
        """Those that were given, by their name in `kg.query.confinement.Bounds`."""
        return {name: value for name, value in self._asdict().items() if value is not None}


def limits_options(command: "Callable[..., None]") -> "Callable[..., None]":
    """The options --timeout, --memory and --size, handed on as one `limits`."""

    @click.option("--timeout", type=float, metavar="SECONDS", help="Stop the query after this time (60 s).")
    @click.option("--memory", type=int, metavar="MB", help="Let the query take this much memory (2048 MB).")
    @click.option("--size", type=int, metavar="MB", help="Take an answer of at most this size (256 MB).")
    @wraps(command)
    def taking(*, timeout: float | None, memory: int | None, size: int | None, **rest: Any) -> None:
        command(limits=Limits(timeout, memory, size), **rest)

    return taking


def engine_for(question: str, graph: Path, endpoint: str | None, limits: Limits) -> "Engine":
    """Who answers: an endpoint, this process for the queries of kg itself, a child with limits for all others.

    Raises:
        InputError: a limit cannot be kept, or there is no built graph.
    """
    from kg import query  # noqa: PLC0415

    if endpoint is not None:
        return query.remote(endpoint, limits.seconds)
    if query.is_named(question) and not limits.given:
        return query.open_graph(graph)
    return query.confined(graph, **limits.given)
