"""Questions that others wrote, answered in a child process with limits: it may end badly, the asker does not.

The embedded engine cannot be interrupted, knows no limit of memory and follows SERVICE with a request of its own. So
the question goes to a child that can open no further file or socket, and the parent keeps the clock.
"""

from kg.query.confinement.bounds import Bounds
from kg.query.confinement.engine import ConfinedEngine

__all__ = ["Bounds", "ConfinedEngine"]
