"""What the page needs for its first picture: places, kinds, ties and names."""

from typing import TYPE_CHECKING, Any

from kg.view.desk.order import Order
from kg.view.desk.packing import Block
from kg.view.desk.strings import Strings
from kg.view.facts import Facts
from kg.view.kinds import NODE_KINDS, TIE_KINDS
from kg.view.names import LANGUAGES
from kg.view.scene import Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray


def picture(scene: Scene, facts: Facts, order: Order, seed: int) -> Block:
    """The block of the picture.

    Args:
        scene: what is drawn.
        facts: the names.
        order: the numbers of nodes and ties.
        seed: of the layout.
    """
    from kg.view.placing.places import places  # noqa: PLC0415 - numpy is slow to load

    kinds, tie_kinds = list(NODE_KINDS), list(TIE_KINDS)
    ties = [order.numbers((tie.source, tie.target)) for tie in order.ties]
    block = Block({"nodeKinds": kinds, "tieKinds": tie_kinds, "drawn": order.drawn})
    _add_places(block, places(order.drawn, _pairs(ties), seed=seed))
    block.numbers("kind", "u1", [kinds.index(scene.nodes[node]) for node in order.nodes[: order.drawn]])
    block.numbers("source", "u4", [source for source, _ in ties])
    block.numbers("target", "u4", [target for _, target in ties])
    block.numbers("tieKind", "u1", [tie_kinds.index(tie.kind) for tie in order.ties])
    _add_names(block, facts, order)
    return block


def _pairs(ties: list[list[int]]) -> "NDArray[Any]":
    import numpy as np  # noqa: PLC0415

    return np.array(ties, np.int64).reshape(-1, 2)


def _add_places(block: Block, found: "NDArray[Any]") -> None:
    block.numbers("x", "i4", found[:, 0])
    block.numbers("y", "i4", found[:, 1])


def _add_names(block: Block, facts: Facts, order: Order) -> None:
    """All names of each thing, those it goes by first; the page chooses by language."""
    strings, languages = Strings(), Strings()
    languages.numbers(("", *LANGUAGES))
    names = [facts.names.get(thing, ()) for thing in order.nodes]
    block.texts("ids", order.nodes)
    block.lists("name", "u4", [[strings.number(name.text) for name in some] for some in names])
    block.numbers("nameRank", "u1", [name.rank for some in names for name in some])
    block.numbers("nameLanguage", "u2", [languages.number(name.language) for some in names for name in some])
    block.texts("languages", languages.all())
    block.texts("strings", strings.all())
