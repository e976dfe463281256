"""A page of the network shown in place, in the output of a notebook's cell."""

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.view.pages import DESK, PYVIS, page

if TYPE_CHECKING:
    from kg.query import Engine

HEIGHT: Final = 640
MOST_STATEMENTS: Final = 300
"""Of participations and offices: with more, the lines of a small frame can no longer be told apart by hand."""

STATEMENTS: Final = """
SELECT (COUNT(DISTINCT ?statement) AS ?count) {
  VALUES ?kind { kg:Participation kg:Tenure }
  ?statement a ?kind
}"""

SANDBOX: Final = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""The page may run its own program, save files and open links; it never reaches the notebook around it."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that a notebook shows when it is the value of a cell.

    Attributes:
        page: the page, as HTML.
        height: of the frame, in pixels.
    """

    page: str
    height: int = HEIGHT

    def __repr__(self) -> str:
        return f"Inline(page of {len(self.page)} characters, height={self.height})"

    def _repr_html_(self) -> str:
        """The frame with the page in it, as notebooks ask for it."""
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" sandbox="{SANDBOX}" title="kg.view" '
            f'style="width: 100%; height: {self.height}px; border: 0"></iframe>'
        )


def inline(engine: "Engine", *, height: int = HEIGHT, renderer: str | None = None, **options: Any) -> Inline:
    """The network as the value of a notebook's cell.

    Args:
        engine: the graph.
        height: of the frame, in pixels.
        renderer: as for `kg.view.page`; without one, pyvis for a small graph and the desk for any other.
        options: those of `kg.view.page`; the desk comes without SPARQL unless `sparql=True` asks for it.

    Raises:
        InputError: an option is wrong.
    """
    chosen = renderer or (PYVIS if set(options) <= {"title", "language"} and _is_small(engine) else DESK)
    if chosen == DESK:
        options.setdefault("sparql", False)
    return Inline(page(engine, renderer=chosen, **options), height)


def _is_small(engine: "Engine") -> bool:
    (count,) = engine.select(STATEMENTS).values()[0]
    return isinstance(count, int) and count <= MOST_STATEMENTS
