"""The words and the numbers of `data/serve`: names of classes and properties, and when a candidate is a match."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from kg import assets
from kg.files import read_yaml

LANGUAGES: Final = ("fr", "de", "en")


@cache
def _words() -> Any:
    return read_yaml(assets.path("data/serve/words.yaml"))


def said(part: str, name: str, language: str) -> str:
    """The word for something, such as the class `Person`, in a language."""
    return str(_words()[part][name][language])


def names_in(part: str) -> tuple[str, ...]:
    """Everything that has a word in a part, in the order of the file."""
    return tuple(_words()[part])


@cache
def settings() -> Mapping[str, Any]:
    """The numbers of `data/serve/reconciling.yaml`."""
    found: Mapping[str, Any] = read_yaml(assets.path("data/serve/reconciling.yaml"))
    return found
