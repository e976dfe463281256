"""Who is who: mentions become things of the world, by authority, by agreeing facts, and by people's decisions."""

from kg.resolve.authority import load_authority
from kg.resolve.changes import load_changes
from kg.resolve.decisions import load_decisions, settled
from kg.resolve.exchange import Row, as_table, from_csv, not_yet, to_csv
from kg.resolve.explaining import explain, find_node
from kg.resolve.judging import append, last_of, taking_back, with_sources
from kg.resolve.links import Links, parted
from kg.resolve.questions import Question
from kg.resolve.resolving import Worked, resolve, work
from kg.resolve.reviewing import review_authority
from kg.resolve.sides import Side, side_of
from kg.resolve.topics import topics_of

__all__ = [
    "Links",
    "Question",
    "Row",
    "Side",
    "Worked",
    "append",
    "as_table",
    "explain",
    "find_node",
    "from_csv",
    "last_of",
    "load_authority",
    "load_changes",
    "load_decisions",
    "not_yet",
    "parted",
    "resolve",
    "review_authority",
    "settled",
    "side_of",
    "taking_back",
    "to_csv",
    "topics_of",
    "with_sources",
    "work",
]
