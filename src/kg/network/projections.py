"""The networks that are made of the graph: who is tied to whom, by what."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.network.copresence import copresence
from kg.network.nodes import Nodes
from kg.network.participation import participation
from kg.network.places import Places
from kg.network.presence import Select, bodies, countries, people, regions
from kg.network.scan import scan
from kg.query import Engine

if TYPE_CHECKING:
    import networkx

PROJECTIONS: Final[dict[str, dict[str, str]]] = {
    "events": {
        "fr": "Personnes et organisations, reliées aux événements et séances auxquels elles prennent part",
        "de": "Personen und Organisationen mit den Veranstaltungen und Programmpunkten, an denen sie teilnehmen",
        "en": "People and organisations, tied to the events and sessions they take part in",
    },
    "people": {
        "fr": "Personnes présentes à la même séance ou au même événement",
        "de": "Personen, die bei demselben Programmpunkt oder derselben Veranstaltung sind",
        "en": "People at the same session or the same event",
    },
    "organisations": {
        "fr": "Organisations et territoires qui se rencontrent, en leur nom ou par qui parle pour eux",
        "de": "Organisationen und Gebiete, die sich treffen, selbst oder durch ihre Vertreter",
        "en": "Organisations and territories that meet, themselves or through those who speak for them",
    },
    "territories": {
        "fr": "Régions qui se rencontrent par les organisations compétentes pour elles",
        "de": "Regionen, die sich durch die für sie zuständigen Organisationen treffen",
        "en": "Regions that meet through the organisations that act for them",
    },
    "countries": {
        "fr": "Pays qui se rencontrent par les organisations compétentes pour une de leurs parties",
        "de": "Länder, die sich durch die für einen ihrer Teile zuständigen Organisationen treffen",
        "en": "Countries that meet through the organisations that act for a part of them",
    },
}
"""The networks there are, with what they show in French, German and English."""


_SELECT: Final[dict[str, Callable[[Nodes], Select]]] = {
    "people": lambda nodes: people(nodes.scan),
    "organisations": lambda nodes: bodies(nodes.scan),
    "territories": lambda nodes: regions(nodes.scan, nodes.places),
    "countries": lambda nodes: countries(nodes.scan, nodes.places),
}


def project(engine: Engine, name: str) -> "networkx.MultiGraph[str]":
    """A network of the graph; nodes and edges are sorted, and their attributes are plain values.

    Args:
        engine: the graph.
        name: a key of `PROJECTIONS`.

    Raises:
        InputError: there is no such projection.
    """
    if name not in PROJECTIONS:
        raise InputError(f"there is no projection {name!r}.", hint=f"Choose one of {', '.join(PROJECTIONS)}.")
    read = scan(engine)
    nodes = Nodes(read, Places(read))
    graph = participation(nodes) if name == "events" else copresence(nodes, _SELECT[name](nodes))
    graph.graph["projection"] = name
    return graph
