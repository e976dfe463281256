"""What an engine can be asked, whichever it is: embedded, rdflib or remote."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Final, Protocol

from kg.errors import InputError
from kg.query.terms import Answer, Rows, Table, Term, Triple

Bindings = Mapping[str, Term]

DUMPS: Final = ("turtle", "trig", "ntriples", "nquads", "rdfxml")
"""The formats of `Engine.dump`."""


class Engine(Protocol):
    """Answers SPARQL 1.1 queries over the union of all named graphs; `GRAPH ?g { }` tells them apart.

    `bindings` give variables of the query their value, name without question mark to term. They join the query as
    terms and cannot change its structure. Every method raises InputError where the query or a binding is wrong.
    """

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query of any form: a Table for SELECT, a truth value for ASK, else triples."""
        ...

    def select(self, text: str, bindings: Bindings | None = None) -> Table:
        """Answer a SELECT query."""
        ...

    def stream(self, text: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query row by row: memory stays flat where the engine streams."""
        ...

    def ask(self, text: str, bindings: Bindings | None = None) -> bool:
        """Answer an ASK query."""
        ...

    def construct(self, text: str, bindings: Bindings | None = None) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE query: its triples, sorted."""
        ...

    def dump(self, format_name: str) -> bytes:
        """The whole graph in one of `DUMPS`, sorted: the same graph gives the same bytes."""
        ...


class Asking(ABC):
    """The methods of an Engine for one form of query each, made from `run`."""

    @abstractmethod
    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query of any form."""

    def select(self, text: str, bindings: Bindings | None = None) -> Table:
        """Answer a SELECT query."""
        answer = self.run(text, bindings)
        if isinstance(answer, Table):
            return answer
        raise other_form("SELECT", answer)

    def stream(self, text: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query row by row; here from the whole table, for engines that do not stream."""
        table = self.select(text, bindings)
        return Rows(table.columns, iter(table.rows))

    def tsv(self, text: str, bindings: Bindings | None = None) -> bytes | None:
        """Answer a SELECT query as results in TSV, where the engine writes them by itself; None where it does not."""
        return None

    def ask(self, text: str, bindings: Bindings | None = None) -> bool:
        """Answer an ASK query."""
        answer = self.run(text, bindings)
        if isinstance(answer, bool):
            return answer
        raise other_form("ASK", answer)

    def construct(self, text: str, bindings: Bindings | None = None) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE query: its triples, sorted."""
        answer = self.run(text, bindings)
        if isinstance(answer, tuple):
            return answer
        raise other_form("CONSTRUCT", answer)


def other_form(wanted: str, answer: Answer) -> InputError:
    """The error for a query whose form is not the one that was wanted."""
    form = {Table: "SELECT", bool: "ASK"}.get(type(answer), "CONSTRUCT or DESCRIBE")
    return InputError(
        f"a {wanted} query was expected, this is {form}.", hint="Ask it with `run`, which takes every form."
    )
