"""Where actors belong: the country, and the region, of a body or territory."""

from kg.network.scan import Scan
from kg.vocab import terms as t


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
        return frozenset(self._top(place) for place in places if not self._scan.is_a(place, t.CROSS_BORDER_AREA))

    def home(self, body: str) -> frozenset[str]:
        """The countries of a body: of its seat where that is known, else of what it acts for."""
        seats = self._scan.places[t.SEAT].get(body, ())
        return frozenset(self._top(seat) for seat in seats) or self.countries(body)

    def _region(self, place: str) -> str:
        around = self._around(place)
        parts = [one for one in around if one in self._parts]
        if parts:
            return parts[-1]
        top = self._top(place)
        return next((one for one in reversed(around) if top in self._within(one)), place)

    def _top(self, place: str) -> str:
        """The country: the outermost of what a territory lies in."""
        around = self._around(place)
        return next((one for one in reversed(around) if not self._within(one)), around[-1])

    def _around(self, place: str) -> list[str]:
        """A territory and all that it lies in, from the nearest outwards; it may lie in several."""
        around = [place]
        for here in around:
            around += [one for one in self._within(here) if one not in around]
        return around

    def _within(self, place: str) -> list[str]:
        """The territories that one lies in; no country lies in a cross-border area."""
        above = self._scan.places[t.WITHIN].get(place, ())
        return [one for one in above if not self._scan.is_a(one, t.CROSS_BORDER_AREA)]
