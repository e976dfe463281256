"""A citable knowledge graph of cross-border actors, from French, German and English event pages."""

TYPE_CHECKING = False  # as in typing, which takes longer to load than all the rest of `kg --help`
if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph import Graph

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(where: "str | Path" = "build", *, memory: bool | None = None) -> "Graph":
    """Open a built graph: the output folder of `kg build`, or the URL of a SPARQL endpoint.

    Args:
        where: the folder or the address.
        memory: True holds the graph of a folder in memory at once, for many or heavy questions; False never; else it
            is held from the first heavy question on, where it is large and there is room.

    Raises:
        InputError: there is no built graph there, or an endpoint is to be held in memory.
    """
    from kg.graph import open_graph  # noqa: PLC0415 - `kg --help` must not load the engine

    return open_graph(where, memory=memory)


def load_ipython_extension(shell: object) -> None:
    """`%load_ext kg` in a notebook: brings the magic `%%sparql`."""
    from kg.notebook import load  # noqa: PLC0415

    load(shell)
