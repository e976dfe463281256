"""All that one page carries for programs, before its furniture is cut away."""

from itertools import islice

from lxml import etree

from kg.model import EmbeddedEvent, EmbeddedFault
from kg.source.html.embedded import h_event, icalendar, json_ld, microdata, open_graph

MOST = 100
"""How many events of one page are kept: the next hundred dates of a calendar."""


def embedded(tree: etree._Element) -> tuple[EmbeddedEvent | EmbeddedFault, ...]:
    """The events in the markup of a page, the most telling form first, and what could not be read of it."""
    found: list[EmbeddedEvent | EmbeddedFault] = []
    for form in (json_ld, microdata, icalendar, h_event, open_graph):
        found.extend(islice(form.read(tree), MOST))
    return tuple(dict.fromkeys(one for one in found if _tells(one)))[:MOST]


def _tells(one: EmbeddedEvent | EmbeddedFault) -> bool:
    if isinstance(one, EmbeddedFault):
        return True
    return bool(one.start or one.venues or one.towns or one.organizers or one.performers)
