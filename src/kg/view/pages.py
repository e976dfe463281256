"""The page of a graph, drawn by the renderer that its writer chose."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg import files
from kg.errors import InputError
from kg.view import assembly
from kg.view.desk import assembly as desk
from kg.view.desk.choice import Choice
from kg.view.names import LANGUAGES

if TYPE_CHECKING:
    from kg.query import Engine

_PAGE: Final = tuple(field.name for field in fields(desk.Options) if field.name != "choice")
_PART: Final = tuple(field.name for field in fields(Choice))

DESK: Final = "desk"
PYVIS: Final = "pyvis"


def page(engine: "Engine", *, renderer: str = DESK, language: str = "fr", **options: Any) -> str:
    """Draw the graph as one HTML page.

    Args:
        engine: the graph.
        renderer: `desk`, or `pyvis` for a small graph that is to be pulled about by hand.
        language: the language that the page opens in (`fr`, `de` or `en`); a reader can change it.
        options: `title`; of the desk also `seed`, `sparql` and what `kg.view.desk.choice.Choice` has.

    Raises:
        InputError: there is no such renderer or language, or the renderer has no such option.
    """
    if language not in LANGUAGES:
        raise InputError(f"the view has no words in {language!r}.", hint=f"Choose one of: {', '.join(LANGUAGES)}.")
    if renderer not in RENDERERS:
        raise InputError(f"there is no renderer {renderer!r}.", hint=f"Choose one of: {', '.join(RENDERERS)}.")
    return RENDERERS[renderer](engine, {"language": language, **options})


def write(engine: "Engine", path: Path, **options: Any) -> None:
    """Write the page to a file, whole or not at all.

    Args:
        engine: the graph.
        path: the HTML file.
        options: those of `page`.

    Raises:
        InputError: an option is wrong, or the disk refuses the file.
    """
    files.write(path, page(engine, **options).encode("utf-8"))


def _desk(engine: "Engine", options: dict[str, Any]) -> str:
    _refuse_others(options, (*_PAGE, *_PART), DESK)
    part = Choice(**{name: value for name, value in options.items() if name in _PART})
    return desk.page(engine, desk.Options(choice=part, **{name: options[name] for name in options if name in _PAGE}))


def _pyvis(engine: "Engine", options: dict[str, Any]) -> str:
    _refuse_others(options, ("title", "language"), PYVIS)
    return assembly.page(engine, **options)


def _refuse_others(options: dict[str, Any], known: tuple[str, ...], renderer: str) -> None:
    for name in options:
        if name not in known:
            raise InputError(f"the renderer {renderer} has no option {name!r}.", hint=f"It has {', '.join(known)}.")


RENDERERS: Final[dict[str, Callable[["Engine", dict[str, Any]], str]]] = {DESK: _desk, PYVIS: _pyvis}
"""How the network can be drawn."""
