"""Where territories lie: all that is around them, and their countries."""

from collections.abc import Iterable, Mapping

from kg.model import Authority

COUNTRY = "iso-3166-1"
"""The register whose codes make a territory a country."""


class Lying:
    """The territories of an authority with what lies around each."""

    def __init__(self, entries: Mapping[str, Authority]) -> None:
        self._entries = entries

    def around(self, *ids: str) -> set[str]:
        """The territories named, those that they lie in or are made of, and so on."""
        found: set[str] = set()
        todo: list[str] = list(ids)
        while todo:
            at = todo.pop()
            if at not in found:
                found.add(at)
                todo += self._above(at)
        return found

    def _above(self, id_: str) -> Iterable[str]:
        entry = self._entries.get(id_)
        return () if entry is None else (*entry.within, *entry.composed_of, *entry.partially_composed_of)

    def countries(self, *ids: str) -> set[str]:
        """The ISO codes of the countries in which territories lie, an area across borders in those of its parts."""
        around = (self._entries.get(id_) for id_ in self.around(*ids))
        return {code.value for entry in around if entry for code in entry.codes if code.register == COUNTRY}
