"""Who is who: mentions become things of the world, by authority, by agreeing facts, and by people's decisions."""

from kg.resolve.authority import load_authority
from kg.resolve.changes import load_changes
from kg.resolve.decisions import load_decisions
from kg.resolve.resolving import resolve
from kg.resolve.reviewing import review_authority
from kg.resolve.topics import topics_of

__all__ = ["load_authority", "load_changes", "load_decisions", "resolve", "review_authority", "topics_of"]
