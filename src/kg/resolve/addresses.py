"""Addresses of things in other registers, told from the ids of authority entries."""

import re
from typing import Final

_WEB: Final = ("http://", "https://")
NOT_IN_ADDRESS: Final = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
"""What no IRI may hold."""


def is_address(node: object) -> bool:
    """Whether one side of a decision is what another register calls a thing."""
    return isinstance(node, str) and node.startswith(_WEB)
