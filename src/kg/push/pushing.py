"""A push: send what is waiting, ask everything back, send again what differs, then remove what is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GraphError, InputError
from kg.push.address import Address
from kg.push.asking import Asked
from kg.push.comparing import Comparison, compared
from kg.push.door import AGAIN
from kg.push.ledger import Ledger, ledger
from kg.push.local import LocalGraph, graphs
from kg.push.plan import Plan, plan
from kg.push.writing import CHUNKS, Writer, writer
from kg.query.refusals import UnreachableError
from kg.store import Folder
from kg.vocab.namespaces import GRAPH

Told = Callable[[str, int, int], None]
"""Hears what is being done (`sent` or `compared`), how far it has come, and how far it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a push has done, or would do."""

    plan: Plan
    comparisons: tuple[Comparison, ...] = ()
    removed: tuple[str, ...] = ()
    unreached: str = ""
    """Why the store could not be asked what it holds, where a plan was made without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a push is asked to do besides."""

    chunk: int | None = None
    dry_run: bool = False
    delete_others: bool = False


def push(folder: Path, there: Address, options: Options | None = None, told: Told | None = None) -> Outcome:
    """Bring the graph of an output folder to a remote store, and see that it has arrived.

    Graphs outside our own name space are neither written nor read. A push that was killed goes on where the store has
    acknowledged its last request.

    Raises:
        InputError: no built graph, or the store refuses; what was sent stays noted.
        GraphError: the store holds something else than what it was sent.
    """
    chosen, hear = options or Options(), told or (lambda *_: None)
    ours = graphs(Folder(folder).graph)
    if chosen.dry_run:
        return planned(folder, there)
    asked = Asked(there)
    with ledger(folder, there.url) as known:
        work = plan(ours, known, asked.counts())
        sending = _Sending(writer(there), known, chosen.chunk or CHUNKS[there.via], hear)
        sending.send(work.waiting)
        comparisons = _seen(ours, asked, hear)
        wrong = tuple(g for g, c in zip(ours, comparisons, strict=True) if not c.same)
        if wrong:  # changed by somebody else since it was acknowledged
            sending.afresh(wrong)
            comparisons = _seen(ours, asked, hear)
        for name in (c.name for c in comparisons if not c.same):
            known.forget(name)
        _refuse_difference(there, comparisons)
        return Outcome(plan=work, comparisons=comparisons, removed=_removed(sending.there, work, chosen))


def planned(folder: Path, there: Address) -> Outcome:
    """What a push would do; of a store that cannot be reached, by what it has acknowledged.

    Raises:
        InputError: no built graph, or the store refuses.
    """
    ours, unreached = graphs(Folder(folder).graph), ""
    with ledger(folder, there.url) as known:
        try:
            held = Asked(there).counts()
        except UnreachableError as error:
            held, unreached = {graph.name: len(graph) for graph in ours}, error.message
        return Outcome(plan=plan(ours, known, held), unreached=unreached)


@dataclass(frozen=True, slots=True)
class _Sending:
    there: Writer
    known: Ledger
    chunk: int
    told: Told

    def send(self, waiting: tuple[LocalGraph, ...]) -> None:
        """Send graphs from where the store has acknowledged them."""
        total = sum(len(graph) - self.known.sent(graph) for graph in waiting)
        done = 0
        for graph in waiting:
            for start in range(self.known.sent(graph), len(graph), self.chunk):
                end = min(start + self.chunk, len(graph))
                self.there.write(graph.name, graph.triples(start, end), anew=start == 0)
                self.known.note(graph, end)
                done += end - start
                self.told("sent", done, total)

    def afresh(self, wrong: tuple[LocalGraph, ...]) -> None:
        """Send graphs from their beginning."""
        for graph in wrong:
            self.known.forget(graph.name)
        self.send(wrong)


def _seen(ours: tuple[LocalGraph, ...], asked: Asked, told: Told) -> tuple[Comparison, ...]:
    counts = asked.counts()
    total, done, out = sum(map(len, ours)), 0, []
    for graph in ours:
        out.append(compared(graph, asked, counts.get(graph.name, 0)))
        done += len(graph)
        told("compared", done, total)
    return tuple(out)


def _refuse_difference(there: Address, comparisons: tuple[Comparison, ...]) -> None:
    wrong = [c for c in comparisons if not c.same]
    if wrong:
        first = wrong[0]
        raise GraphError(
            f"{there.url} holds something else than it was sent in {len(wrong)} graphs; in <{first.name}> it lacks "
            f"{first.missing} statements and has {first.extra} besides, for instance {first.example or 'unseen ones'}.",
            hint=f"See that nobody else writes there. {AGAIN}",
        )


def _removed(there: Writer, work: Plan, chosen: Options) -> tuple[str, ...]:
    if not chosen.delete_others:
        return ()
    for name in work.others:
        if not name.startswith(GRAPH):
            raise InputError(f"<{name}> is no graph of ours.", hint="Nothing of it was removed.")
        there.drop(name)
    return work.others
