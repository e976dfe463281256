"""Extractors that other packages bring: found by entry point, loaded only where they are asked for by name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.extract.proposals import Extractor

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "kg.extractors"


def load(names: Sequence[str]) -> tuple[Extractor, ...]:
    """The extractors of these names, made ready.

    Raises:
        InputError: there is none of that name, it cannot be loaded, or it is not set up.
    """
    if not names:
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms that nobody pays who asks for none

    known = {point.name: point for point in entry_points(group=GROUP)}
    return tuple(_made(name, known) for name in dict.fromkeys(names))


def _made(name: str, known: "dict[str, EntryPoint]") -> Extractor:
    if name not in known:
        there = ", ".join(sorted(known)) or "none"
        raise InputError(
            f"no extractor is called {name!r}.", hint=f"Installed: {there}; docs/extension.md says how to add one."
        )
    point = known[name]
    try:
        maker = point.load()
    except (ImportError, AttributeError) as error:
        raise InputError(
            f"the extractor {name!r} ({point.value}) cannot be loaded: {error}.",
            hint="Install what it needs, or leave out --with.",
        ) from error
    made = maker()
    if not isinstance(made, Extractor):
        raise InputError(
            f"the extractor {name!r} ({point.value}) has no `name` and `propose`.",
            hint="docs/extension.md shows what it must look like.",
        )
    return made
