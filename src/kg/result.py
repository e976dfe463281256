"""The answer to a question, asked when it is needed: rows, data frames, graphs, a table in a notebook, its card."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg import query

if TYPE_CHECKING:
    import networkx
    import pandas
    import polars
    import rdflib

    from kg.query.coverage import Coverage


class Result:
    """A question with its values, put to a graph. Nothing is asked before a method needs the answer; each asks anew.

    Attributes:
        named: the query.
        bindings: its values.
        folder: the output folder of the graph, or None for a remote endpoint.
    """

    def __init__(
        self, engine: query.Engine, named: query.NamedQuery, bindings: query.Bindings, folder: Path | None = None
    ) -> None:
        self._engine = engine
        self.named = named
        self.bindings = bindings
        self.folder = folder

    @property
    def question(self) -> str:
        """What was asked, with its values."""
        return query.asked(self.named, self.bindings)

    def answer(self) -> query.Answer:
        """The whole answer: a Table for SELECT, True or False for ASK, triples for CONSTRUCT."""
        return query.answer(self._engine, self.named, self.bindings)

    def rows(self) -> query.Rows:
        """The rows of a SELECT query one after the other, as the engine finds them; where it must sort, it holds them.

        Raises:
            InputError: the query is no SELECT.
        """
        return query.rows(self._engine, self.named, self.bindings)

    def __iter__(self) -> query.Rows:
        return self.rows()

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a pandas DataFrame, column by column and typed.

        Raises:
            InputError: pandas is not installed, or the query is no SELECT.
        """
        from kg.query import frames  # noqa: PLC0415

        return frames.to_pandas(query.columns(self._engine, self.named, self.bindings))

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a polars DataFrame, column by column and typed.

        Raises:
            InputError: polars is not installed, or the query is no SELECT.
        """
        from kg.query import frames  # noqa: PLC0415

        return frames.to_polars(query.columns(self._engine, self.named, self.bindings))

    def to_rdflib(self) -> "rdflib.Graph":
        """The triples of a CONSTRUCT query as an rdflib Graph.

        Raises:
            InputError: the query is no CONSTRUCT or DESCRIBE.
        """
        from kg.query import rdflib_engine  # noqa: PLC0415 - rdflib is slow to load

        return rdflib_engine.to_graph(self._engine.construct(self.named.text, self.bindings))

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """The answer as a graph: a tie for each triple, or for each row from its first IRI to its second.

        Raises:
            InputError: the query is an ASK, or its rows have no two columns of IRIs.
        """
        from kg.network import answers  # noqa: PLC0415 - networkx is slow to load

        return answers.of_answer(self.answer())

    def card(self) -> str:
        """What makes the answer citable: question, values, checksums, versions, a citation as text and in BibTeX."""
        answer = self.answer()
        rows = len(answer) if isinstance(answer, query.Table) else None
        return query.result_card(self.named, self.bindings, query.cited(self.folder), rows)

    def coverage(self) -> "Coverage":
        """What stands behind the answer: events, sources, languages, years, actors; and the answer without each source.

        The question is asked once more for each source, over a copy of the graph in memory.

        Raises:
            InputError: the query is an ASK.
        """
        return query.measured(self._engine, self.named, self.bindings)

    def _repr_html_(self) -> str:
        """What a notebook shows: what was asked, and the first rows."""
        from html import escape  # noqa: PLC0415

        answer = self.answer()
        shown = answer._repr_html_() if isinstance(answer, query.Table) else f"<pre>{escape(self._plain(answer))}</pre>"
        return f"<p><em>{escape(self.question)}</em></p>{shown}"

    @staticmethod
    def _plain(answer: "bool | tuple[query.Triple, ...]") -> str:
        return query.written(answer, "turtle") if isinstance(answer, tuple) else ("yes" if answer else "no")
