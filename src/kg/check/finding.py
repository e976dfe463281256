"""What a check finds at a node, before it is known where that node stands in the sources."""

from dataclasses import dataclass

from kg.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing that is wrong at one node.

    Attributes:
        check: the shape (`shape:Event-name`) or check query that found it.
        node: the IRI of the node, "" where it has none.
        value: what stands there.
        problem: what is wrong, in the language of the report.
        solution: what to do, "" where the problem says it.
    """

    severity: Severity
    check: str
    node: str
    value: str
    problem: str
    solution: str = ""
