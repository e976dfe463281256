"""What makes a name an acronym, which belongs to no language."""

import re
from functools import lru_cache

_SHORT = re.compile(r"[\w-]{2,10}")


@lru_cache(maxsize=100_000)
def is_acronym(name: str) -> bool:
    """True for a name such as `IGR`, `CCPHVA` or `UniGR`: one short word, at least half of it capitals."""
    capitals = sum(1 for letter in name if letter.isupper())
    return _SHORT.fullmatch(name) is not None and capitals >= max(2, len(name) / 2)
