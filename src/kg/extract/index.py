"""The mentions of a record by any of their names, for those who look up many."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Mention
from kg.text.normal import fold


class Index:
    """Mentions by name, whatever its case, accents and punctuation."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_name: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.add(mention)

    def add(self, mention: Mention) -> None:
        """Take in one mention more."""
        for name in dict.fromkeys(map(fold, (mention.name, *mention.aliases))):
            self._by_name[name].append(mention)

    def named(self, name: str) -> list[Mention]:
        """The mentions of a name, in the order in which they came."""
        return self._by_name.get(fold(name), [])
