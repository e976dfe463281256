"""Where actors belong: the country, and the region, of a body or territory."""

from typing import Final

from kg.network.scan import Scan
from kg.vocab import terms as t

_DEPTH: Final = 32


class Places:
    """Answers where an actor belongs.

    Args:
        scan: what was read from the graph.
    """

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._parts = {part for parts in scan.places[t.COMPOSED_OF].values() for part in parts}

    def territories(self, body: str) -> tuple[str, ...]:
        """The territories that a body acts for: itself where it is one, else those it is competent for."""
        if self._scan.is_a(body, t.TERRITORY):
            return (body,)
        return self._scan.places[t.COMPETENT_FOR].get(body, ())

    def regions(self, body: str) -> frozenset[str]:
        """The regions that a body acts for.

        A territory's region is the part of a cross-border area that it lies in (the largest where there are several):
        Saarland for Saarbrücken, Lorraine for Metz, Luxembourg for Esch. Where it lies in none, it is the first level
        under the country; a country or a cross-border area is its own.
        """
        return frozenset(self._region(place) for place in self.territories(body))

    def countries(self, body: str) -> frozenset[str]:
        """The countries that a body acts for; a cross-border area is in none."""
        places = self.territories(body)
        return frozenset(self._chain(place)[-1] for place in places if not self._scan.is_a(place, t.CROSS_BORDER_AREA))

    def home(self, body: str) -> frozenset[str]:
        """The countries of a body: of its seat where that is known, else of what it acts for."""
        seats = self._scan.places[t.SEAT].get(body, ())
        return frozenset(self._chain(seat)[-1] for seat in seats) or self.countries(body)

    def _region(self, place: str) -> str:
        chain = self._chain(place)
        parts = [step for step in chain if step in self._parts]
        if parts:
            return parts[-1]
        return chain[-2] if len(chain) > 1 else place

    def _chain(self, place: str) -> list[str]:
        """A territory and what it lies in, up to the country."""
        chain = [place]
        while len(chain) < _DEPTH:
            above = [one for one in self._scan.places[t.WITHIN].get(chain[-1], ()) if one not in chain]
            if not above:
                break
            chain.append(above[0])
        return chain
