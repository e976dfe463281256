"""The built graph in a remote store: sent graph by graph, resumed where it stopped, asked back and compared."""

from kg.push.address import Address, Via, address
from kg.push.comparing import Comparison
from kg.push.plan import Plan
from kg.push.pushing import Options, Outcome, push

__all__ = ["Address", "Comparison", "Options", "Outcome", "Plan", "Via", "address", "push"]
