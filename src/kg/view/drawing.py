"""The picture as pyvis holds it: nodes and edges with colours, shapes and places, and the options of vis-network.

Only what pyvis keeps and the vis-network that it carries are used; its own page loads style sheets from elsewhere and
writes headings unescaped, so the page is written by `kg.view.assembly`.
"""

import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any, Final

from kg.view.facts import Facts
from kg.view.kinds import NODE_KINDS, OFFICE, TIE_KINDS
from kg.view.layout import layout
from kg.view.names import LANGUAGES, by_language, drawn, last_part, wrapped
from kg.view.scene import Scene, Tie

VIS_NETWORK: Final = "templates/lib/vis-9.1.2/vis-network.min.js"
TIE_LABEL: Final = 24
"""How many characters are written along a tie."""
MANY_NODES: Final = 1000
"""From this number on, ties are left out while the picture is moved."""

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def vis_network() -> str:
    """The program that draws, with its licence comment; a pointer to a file that is not there is taken out."""
    source = (resources.files("pyvis") / VIS_NETWORK).read_text("utf-8")
    return _SOURCE_MAP.sub("", source).replace("\r\n", "\n").strip() + "\n"


def draw(scene: Scene, facts: Facts, language: str) -> dict[str, Any]:
    """Nodes, edges and options of vis-network, as pyvis gives them to a page."""
    from pyvis.network import Network  # noqa: PLC0415 - slow to load

    network = Network(directed=True)
    places = layout(list(scene.nodes), [(tie.source, tie.target) for tie in scene.ties])
    for node, kind in scene.nodes.items():
        labels = drawn(facts.names.get(node, ()), node)
        x, y = places[node]
        look = NODE_KINDS[kind]
        network.add_node(
            node, labels[language], look.shape, look.colour, kind=kind, labels=labels, size=look.size, x=x, y=y
        )
    for number, tie in enumerate(scene.ties):
        network.add_edge(tie.source, tie.target, id=f"tie-{number}", **_line(tie, facts, language))
    network.options = _options(len(scene.nodes))
    nodes, edges, _, _, _, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _line(tie: Tie, facts: Facts, language: str) -> dict[str, Any]:
    look = TIE_KINDS[tie.kind]
    labels = _labels(tie, facts)
    return {
        "kind": tie.kind,
        "statements": list(tie.statements),
        "label": labels[language] or " ",
        "labels": labels,
        "color": {"color": look.colour, "highlight": look.colour, "hover": look.colour},
        "dashes": list(look.dashes) or False,
        "width": look.width,
        "arrows": "",
    }


def _labels(tie: Tie, facts: Facts) -> dict[str, str]:
    """The roles of a participation, the titles of an office; other ties are said by their colour."""
    statements: Mapping[str, Mapping[str, tuple[str, ...]]] = facts.tenures if tie.kind == OFFICE else {}
    column = "post"
    if tie.kind in ("announced", "reported"):
        statements, column = facts.participations, "role"
    things = dict.fromkeys(thing for s in tie.statements if s in statements for thing in statements[s][column])
    named = [by_language(facts.names.get(thing, ()), last_part(thing)) for thing in things]
    return {
        language: wrapped(", ".join(dict.fromkeys(n[language] for n in named)), width=TIE_LABEL, lines=1)
        for language in LANGUAGES
    }


def _options(count: int) -> dict[str, Any]:
    font = {"size": 13, "face": "system-ui, sans-serif"}
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "keyboard": {"enabled": True, "bindToWindow": False},
            "hideEdgesOnDrag": count >= MANY_NODES,
            "hideEdgesOnZoom": count >= MANY_NODES,
        },
        "nodes": {
            "borderWidth": 1.5,
            "borderWidthSelected": 4,
            "font": font,
            "scaling": {"label": {"drawThreshold": 5}},
        },
        "edges": {
            "smooth": False,
            "selectionWidth": 2,
            "hoverWidth": 1,
            "font": {**font, "size": 11, "align": "middle"},
            "scaling": {"label": {"drawThreshold": 9}},
        },
    }
