"""Texts numbered as they come, each kept once."""

from collections.abc import Iterable


class Strings:
    """Gives each text its number, from 0."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, the same whenever it comes."""
        return self._numbers.setdefault(text, len(self._numbers))

    def numbers(self, texts: Iterable[str]) -> list[int]:
        """The number of each text."""
        return [self.number(text) for text in texts]

    def all(self) -> list[str]:
        """The texts in the order of their numbers."""
        return list(self._numbers)
