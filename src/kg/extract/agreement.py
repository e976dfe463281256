"""Which items of a record a second witness confirms: what the page carries for programs, another extractor."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Event, Mention, Participation, Position
from kg.text.normal import fold

Item = Mention | Event | Participation | Position
Key = tuple[str, ...]


class Witness(StrEnum):
    """Who else says it, beside the rules that read the text."""

    MARKUP = "markup"
    """What the page carries for programs agrees with its text."""
    EXTRACTOR = "extractor"
    """Another extractor found the same."""
    NO_RULE = "no-rule"
    """The rules did not find it: only markup or another extractor did, in words of the text."""


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A witness of one item."""

    key: Key
    witness: Witness


def key(item: Item) -> Key:
    """What makes two findings one: an event by its id, the others by whom they name and how."""
    match item:
        case Mention():
            return ("mention", item.type.value, fold(item.name))
        case Event():
            return ("event", item.id)
        case Participation():
            agent = f"of {fold(item.position or '')}" if item.agent is None else fold(item.agent)
            return ("participation", agent, item.event, item.role.value)
        case Position():
            return ("position", fold(item.person), fold(item.position), fold(item.organization or ""))
