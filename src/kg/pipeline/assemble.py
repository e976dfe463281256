"""From records to the lines of the whole graph, conclusions included."""

from dataclasses import dataclass

from kg import query, resolve, store, triples
from kg.model import Issue, Record, Resolution
from kg.pipeline.infer import conclusions
from kg.pipeline.inputs import Inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The graph before it is written."""

    lines: tuple[str, ...]
    """Sorted N-Quads."""
    engine: query.Engine
    """The same graph in memory."""
    resolution: Resolution
    issues: tuple[Issue, ...]


def assemble(inputs: Inputs, records: tuple[Record, ...]) -> Assembled:
    """Resolve the records and make the graph of them.

    Raises:
        ContentError: an authority file is wrong.
        DecisionError: the decisions contradict each other.
    """
    authority = resolve.load_authority(inputs.authority)
    changes = resolve.load_changes(inputs.authority, authority)
    decisions = () if inputs.decisions is None else resolve.load_decisions(inputs.decisions)
    resolution, issues = resolve.resolve(records, authority, decisions)
    topics = {record.document.id: resolve.topics_of(record) for record in records}
    world = triples.World.of(resolution, authority, topics)
    quads = triples.reference(authority, changes) | triples.of_records(records, world)
    quads |= triples.inferred(conclusions(query.engine_over(store.in_memory(quads))))
    return Assembled(
        lines=tuple(store.sorted_lines(quads)),
        engine=query.engine_over(store.in_memory(quads)),
        resolution=resolution,
        issues=issues,
    )
