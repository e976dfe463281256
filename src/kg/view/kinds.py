"""What is drawn, and how it looks: kinds of nodes and of ties.

The colours are those that Okabe and Ito chose so that people with any colour vision tell them apart; shape and dashes
say the same a second time.
"""

from dataclasses import dataclass
from typing import Final

from kg.vocab import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeKind:
    """How one kind of node looks.

    Attributes:
        colour: fill, as a CSS colour.
        shape: a shape of vis-network that carries its label below.
        size: half the width in pixels.
    """

    colour: str
    shape: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TieKind:
    """How one kind of tie looks.

    Attributes:
        colour: of the line, as a CSS colour.
        dashes: lengths of dash and gap, or empty for a solid line.
        width: in pixels.
    """

    colour: str
    dashes: tuple[int, ...] = ()
    width: float = 1.5


PERSON: Final = "person"
ORGANISATION: Final = "organisation"
EVENT: Final = "event"
SESSION: Final = "session"
TERRITORY: Final = "territory"

NODE_KINDS: Final[dict[str, NodeKind]] = {
    PERSON: NodeKind(colour="#0072b2", shape="dot", size=11),
    ORGANISATION: NodeKind(colour="#e69f00", shape="square", size=11),
    EVENT: NodeKind(colour="#009e73", shape="diamond", size=20),
    SESSION: NodeKind(colour="#cc79a7", shape="triangle", size=9),
    TERRITORY: NodeKind(colour="#d55e00", shape="hexagon", size=13),
}

REPORTED: Final = "reported"
ANNOUNCED: Final = "announced"
OFFICE: Final = "office"
ACTS_FOR: Final = "acts_for"
PART: Final = "part"
PLACE: Final = "place"

TIE_KINDS: Final[dict[str, TieKind]] = {
    REPORTED: TieKind(colour="#5b8db8"),
    ANNOUNCED: TieKind(colour="#5b8db8", dashes=(6, 5)),
    OFFICE: TieKind(colour="#c98a00", width=2),
    ACTS_FOR: TieKind(colour="#d07a4a", dashes=(10, 4, 2, 4)),
    PART: TieKind(colour="#b5739a", width=2),
    PLACE: TieKind(colour="#8f8f8f", dashes=(2, 4)),
}

RUNGS: Final[dict[str, TieKind]] = {
    "same_event": TieKind(colour="#5b8db8"),
    "same_session": TieKind(colour="#b5739a", width=2),
    "moderator_speaker": TieKind(colour="#00806a", dashes=(8, 4)),
    "joint_organisers": TieKind(colour="#c98a00", width=2),
    "same_body": TieKind(colour="#d07a4a", dashes=(2, 4)),
}
"""What ties two actors in a projection."""

KIND_OF_CLASS: Final[dict[str, str]] = {
    terms.EVENT: EVENT,
    terms.SESSION: SESSION,
    terms.PERSON: PERSON,
    terms.ORGANISATION: ORGANISATION,
    terms.GROUP: ORGANISATION,
    terms.TERRITORY: TERRITORY,
    terms.CROSS_BORDER_AREA: TERRITORY,
}
"""Later classes win: a session is an event too. A venue that organises, or a project that somebody takes part in, has
none of these classes; it is drawn as what it acts as."""

PLACES: Final = (terms.TERRITORY, terms.CROSS_BORDER_AREA)
