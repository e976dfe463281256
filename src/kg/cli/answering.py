"""`kg query` without its options: who answers, and what is shown."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.cli.pairs import pairs

if TYPE_CHECKING:
    from kg.query import Answer, Bindings, Engine, NamedQuery
    from kg.query.citing import Cited

FORMATS: Final = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "jsonld")


class Limits(NamedTuple):
    """Limits as given on the command line; None where the option was left out."""

    seconds: float | None = None
    memory: int | None = None
    size: int | None = None

    @property
    def given(self) -> dict[str, float]:
        """Those that were given, by their name in `kg.query.confinement.Bounds`."""
        return {name: value for name, value in self._asdict().items() if value is not None}


class Asked(NamedTuple):
    """A question with all that stands on the line."""

    question: str
    parameters: tuple[str, ...] = ()
    form: str = "table"
    out: Path | None = None
    card: bool = False
    coverage: bool = False
    graph: Path = Path("build")
    endpoint: str | None = None
    limits: Limits = Limits()


def answer(asked: Asked) -> None:
    """Answer it on standard output or into a file.

    Raises:
        InputError: the question, a parameter or a limit cannot be used, or a limit is reached.
    """
    from kg import query  # noqa: PLC0415
    from kg.cli.presenting import Presented, presented  # noqa: PLC0415

    named = query.question(asked.question)
    engine = query.for_work(_engine(asked), named)
    bindings = query.bind(named, pairs(asked.parameters), engine)
    found = query.answer(engine, named, bindings)
    if named.summary:
        sys.stderr.write(f"{query.asked(named, bindings)}\n")
    if not query.is_named(asked.question):
        sys.stderr.writelines(f"kg: note: {said}\n" for said in query.notices(named.text, found))
    shown = Presented(presented(found, engine, asked.form, asked.out is None))
    if asked.coverage:
        shown.add(query.measured_text(query.measured(engine, named, bindings)), aside=asked.form != "table")
    if asked.card:
        shown.add(_card(named, bindings, found, _cited(asked)), aside=asked.form != "table")
    shown.put(asked.out)


def _engine(asked: Asked) -> "Engine":
    """Who answers: an endpoint, this process for the queries of kg itself, a child with limits for all others."""
    from kg import query  # noqa: PLC0415

    if asked.endpoint is not None:
        return query.remote(asked.endpoint, asked.limits.seconds)
    if query.is_named(asked.question) and not asked.limits.given:
        return query.trusted(asked.graph)
    return query.confined(asked.graph, **asked.limits.given)


def _card(named: "NamedQuery", bindings: "Bindings", found: "Answer", graph: "Cited") -> str:
    from kg import query  # noqa: PLC0415

    return query.result_card(named, bindings, graph, len(found) if isinstance(found, query.Table) else None)


def _cited(asked: Asked) -> "Cited":
    from kg import query  # noqa: PLC0415

    return query.cited(None if asked.endpoint else asked.graph, asked.endpoint or "")
