"""The HTML file that vis-network draws: picture, facts, style and program together, asking nothing and trusting
nothing.

Whatever comes from the graph stands in one JSON block that no parser of HTML can leave, and reaches the screen as
text. The Content-Security-Policy says the same to the browser: no request, and no program but the two that are named
by hash.
"""

import base64
import hashlib
import html
from importlib import resources
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, Final

import kg.assets
from kg import files, jsonl
from kg.view import drawing
from kg.view.content import content
from kg.view.facts import read
from kg.view.kinds import NODE_KINDS, TIE_KINDS
from kg.view.names import LANGUAGES
from kg.view.scene import compose

if TYPE_CHECKING:
    from kg.query import Engine

SCRIPTS: Final = ("text.js", "quotes.js", "panel.js", "network.js", "search.js", "legend.js", "main.js")
"""The program of the page, in the order in which its parts build on each other."""

_ESCAPES: Final = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def page(engine: "Engine", *, title: str | None = None, language: str = "fr") -> str:
    """Draw the graph as one HTML page.

    Args:
        engine: the graph.
        title: the heading; without one the page names itself in the reader's language.
        language: the language that the page opens in (`fr`, `de` or `en`); a reader can change it.
    """
    words = _words()
    facts = read(engine)
    scene = compose(facts)
    data = {
        "base": kg.assets.BASE,
        "language": language,
        "title": title,
        "words": words,
        "order": {"languages": LANGUAGES, "nodes": list(NODE_KINDS), "ties": list(TIE_KINDS)},
        "nodeKinds": {kind: {"colour": look.colour, "shape": look.shape} for kind, look in NODE_KINDS.items()},
        "tieKinds": {kind: {"colour": look.colour, "dashes": look.dashes} for kind, look in TIE_KINDS.items()},
        "graph": drawing.draw(scene, facts, language),
        **content(scene, facts),
    }
    return _assemble(data, title or words[language]["title"], words[language]["no_script"])


def _assemble(data: dict[str, Any], title: str, no_script: str) -> str:
    vis, program = drawing.vis_network(), _program()
    return Template(_part("page.html")).substitute(
        policy=html.escape(_policy(vis, program)),
        language=data["language"],
        title=html.escape(title),
        no_script=html.escape(no_script),
        style=_part("page.css"),
        vis=vis,
        data=jsonl.line(data).translate(_ESCAPES),
        program=program,
    )


def _program() -> str:
    """The parts of the page's program in one scope of their own."""
    return '(() => {\n"use strict";\n' + "\n".join(_part(name) for name in SCRIPTS) + "})();\n"


def _policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(script: str) -> str:
    """As a browser takes it: of all that stands between the tags."""
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _part(name: str) -> str:
    return (resources.files("kg.view") / "parts" / name).read_text("utf-8")


def _words() -> Any:
    return files.read_yaml(Path(str(resources.files("kg.view") / "parts" / "words.yaml")))
