"""Networks of the graph: who is tied to whom, with measures. docs/network.md says what a tie means."""

from kg.network.measures import measures, ties
from kg.network.projections import PROJECTIONS, project
from kg.network.together import RUNGS, WHO, Together, together
from kg.network.written import to_gexf, to_graphml

__all__ = [
    "PROJECTIONS",
    "RUNGS",
    "WHO",
    "Together",
    "measures",
    "project",
    "ties",
    "to_gexf",
    "to_graphml",
    "together",
]
