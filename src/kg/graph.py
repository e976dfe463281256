"""The built graph as one object for Python and notebooks: `kg.open("build")`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import query
from kg.errors import InputError
from kg.model import Issue
from kg.result import Result
from kg.store import Folder

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg import network, view
    from kg.query.coverage import Coverage


class Graph:
    """A built graph, opened for reading.

    Attributes:
        trusted: what answers the queries of kg: in this process and without limits, so for queries that one trusts.
        folder: the output folder, or None for a remote endpoint.
        address: that of the endpoint, or None.
        hold_when_heavy: whether the first heavy question may call the graph into memory, where it then stays.
        limits: what a query that is not one of kg's own may cost: `seconds` (60), `memory` and `size` of the answer in
            MB (2048 and 256); `graph.limits["memory"] = 8000` gives more.
    """

    def __init__(self, trusted: query.Engine, folder: Path | None = None, address: str | None = None) -> None:
        self.trusted = trusted
        self.folder = folder
        self.address = address
        self.hold_when_heavy = True
        self.limits: dict[str, float] = {}

    @property
    def engine(self) -> query.Engine:
        """What answers SPARQL of any origin: a process of its own within `limits`, an endpoint as it is."""
        return query.limited(self.trusted, "", {}, self.limits)

    def query(
        self, question: str, *, timeout: float | None = None, memory: int | None = None, **parameters: object
    ) -> query.Table | bool | tuple[query.Triple, ...]:
        """Answer a named query, a .rq file or SPARQL text.

        Args:
            question: `holders-of-a-post`, `my.rq`, or `SELECT ...`.
            timeout: the seconds it may take. A query that is not one of kg's own runs in a process of its own, within
                `limits`, also without.
            memory: the megabytes it may take, likewise.
            parameters: the parameters of a named query: `organisation="IHK Saarland"`, `year=2019`.

        Returns:
            A Table for SELECT (`.to_pandas()` gives a DataFrame), True or False for ASK, triples for CONSTRUCT.

        Raises:
            InputError: no such query, a wrong parameter, a mistake in the SPARQL, or a limit is reached.
        """
        named = query.question(question)
        engine = _asked(self, question, named, timeout, memory)
        return query.answer(engine, named, query.bind(named, parameters, self.trusted))

    def result(
        self, question: str, *, timeout: float | None = None, memory: int | None = None, **parameters: object
    ) -> Result:
        """The answer to a question, asked when it is needed: as rows one by one, a data frame, a graph, HTML.

        Args:
            question: `holders-of-a-post`, `my.rq`, or `SELECT ...`.
            timeout: the seconds that each asking may take; other people's queries have `limits` also without.
            memory: the megabytes it may take, likewise.
            parameters: the parameters of a named query, as `query` takes them.

        Raises:
            InputError: no such query, or a wrong parameter.
        """
        named = query.question(question)
        engine = _asked(self, question, named, timeout, memory)
        return Result(engine, named, query.bind(named, parameters, self.trusted), self.folder)

    def coverage(
        self, question: str, *, timeout: float | None = None, memory: int | None = None, **parameters: object
    ) -> "Coverage":
        """What stands behind the answer to a question, and how it changes when one source is left out.

        Raises:
            InputError: no such query, a wrong parameter, or an ASK.
        """
        return self.result(question, timeout=timeout, memory=memory, **parameters).coverage()

    def rdflib(self) -> "rdflib.Dataset":
        """The whole graph as an rdflib Dataset with its named graphs."""
        return query.to_rdflib(self.trusted)

    def networkx(self, projection: str = "events") -> "networkx.MultiGraph[str]":
        """A projection of the graph: who is tied to whom (`kg network` lists the projections)."""
        from kg import network  # noqa: PLC0415 - networkx is slow to load

        return network.project(self.trusted, projection)

    def together(self, rung: str = "same-event", who: str = "people") -> "network.Together":
        """Which two shared how many sessions, events or series: `.rows(50)` gives the fifty that share most.

        Args:
            rung: `same-session`, `same-event` or `same-series`.
            who: `people`, or `bodies`: organisations and territories.

        Raises:
            InputError: there is no such rung, or no such kind of actor.
        """
        from kg import network  # noqa: PLC0415

        return network.together(self.trusted, rung, who)

    def export(self, format_name: str, path: str | Path, *, projection: str = "events") -> None:
        """Write the graph in one of the formats of `kg export`."""
        from kg import export  # noqa: PLC0415

        export.export(self.trusted, format_name, Path(path), projection=projection)

    def view(self, path: str | Path | None = None, **options: Any) -> "view.Inline | None":
        """Show the interactive network in a notebook, or write it to a file.

        Args:
            path: the HTML file; without one, a notebook shows the page as the value of its cell.
            options: those of `kg.view.page`.

        Raises:
            InputError: an option is wrong, or the disk refuses the file.
        """
        from kg import view  # noqa: PLC0415 - the layout is slow to load

        if "query" in options:
            options.setdefault("limits", self.limits)
        if path is None:
            return view.inline(self.trusted, **options)
        view.write(self.trusted, Path(path), **options)
        return None

    def check(self) -> tuple[Issue, ...]:
        """Everything that the shapes and check queries find."""
        from kg import check  # noqa: PLC0415 - pySHACL is slow to load

        return check.report(self.trusted, texts=None if self.folder is None else Folder(self.folder).texts)


def open_graph(where: str | Path, *, memory: bool | None = None) -> Graph:
    """Open the graph of an output folder, or of a SPARQL endpoint (`https://...`).

    Args:
        where: the folder or the address.
        memory: True holds the graph of a folder in memory at once, for many or heavy questions; False never; else it
            is held from the first heavy question on, where it is large and there is room.

    Raises:
        InputError: there is no built graph there, or an endpoint is to be held in memory.
    """
    if str(where).startswith(("http://", "https://")):
        if memory:
            raise InputError(f"{where} is an endpoint: it cannot be held in memory.", hint="Leave out memory=True.")
        return Graph(query.remote(str(where)), address=str(where))
    engine = query.trusted(Path(where))
    graph = Graph(query.in_memory(engine) if memory else engine, Path(where))
    graph.hold_when_heavy = memory is not False
    return graph


def _asked(
    graph: Graph, question: str, named: query.NamedQuery, timeout: float | None, memory: int | None
) -> query.Engine:
    """Who answers: this process our own queries, a child with limits those of others."""
    if graph.address is not None:
        return graph.trusted if timeout is None else query.remote(graph.address, timeout)
    limits = {"seconds": timeout, "memory": memory}
    given = {name: value for name, value in limits.items() if value is not None}
    if graph.hold_when_heavy and not given:
        graph.trusted = query.for_work(graph.trusted, named)
    return query.limited(graph.trusted, question, given, graph.limits)
