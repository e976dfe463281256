"""The HTML file of the desk: blocks of data, style and program put together so that it needs nothing and trusts
nothing.

What comes from the graph stands in compressed blocks and reaches the screen as text. The Content-Security-Policy says
the same to the browser: no request, and no program but those that are named by hash.
"""

import hashlib
import html
from dataclasses import dataclass, field
from importlib import resources
from string import Template
from typing import TYPE_CHECKING, Final

from kg import jsonl
from kg.view.desk import sparql
from kg.view.desk.belonging import Belonging
from kg.view.desk.choice import Choice, chosen, without_the_rest
from kg.view.desk.excerpt import excerpt
from kg.view.desk.given import given
from kg.view.desk.order import order
from kg.view.desk.picture import picture
from kg.view.desk.policy import policy
from kg.view.desk.program import part, program
from kg.view.desk.tables import mentioned, tables
from kg.view.facts import Facts, read
from kg.view.scene import Scene, compose

if TYPE_CHECKING:
    from kg.query import Engine

_ESCAPES: Final = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the writer of a page can choose.

    Attributes:
        title: the heading; without one the page names itself in the reader's language.
        language: the language of the page where the browser asks for none of its languages; a reader can change it.
        seed: of the layout.
        sparql: whether the page can answer SPARQL, which adds 2 MB.
        choice: which part of the graph it shows.
    """

    title: str | None = None
    language: str = "fr"
    seed: int = 1
    sparql: bool = True
    choice: Choice = field(default_factory=Choice)


def page(engine: "Engine", options: Options) -> str:
    """Draw the graph as one HTML page.

    Raises:
        InputError: the choice is wrong, or leaves nothing.
    """
    facts = read(engine)
    scene, nquads = compose(facts), engine.dump("nquads")
    version = hashlib.sha256(nquads).hexdigest()
    if options.choice.is_all():
        return drawn(scene, facts, version, options, engine.dump("trig"))
    scene = chosen(scene, facts, options.choice, engine)
    facts = without_the_rest(facts, scene)
    kept = {*scene.nodes, *facts.participations, *facts.tenures, *facts.headcounts, *facts.quotes}
    return drawn(scene, facts, version, options, excerpt(nquads.decode("utf-8"), kept).encode("utf-8"))


def drawn(scene: Scene, facts: Facts, version: str, options: Options, trig: bytes) -> str:
    """The page of facts that have been read.

    Args:
        scene: what is drawn.
        facts: what is told of it.
        version: the checksum of the graph, by which it is cited.
        options: those of the page.
        trig: the graph that the page answers SPARQL on.
    """
    more = sparql.blocks(trig) if options.sparql else {}
    belonging = Belonging(facts)
    numbered = order(scene, mentioned(scene, facts, belonging))
    values = given(facts, version, title=options.title, language=options.language, sparql=options.sparql)
    words = values["words"][options.language]
    libraries, code = _vendored("d3.js"), program("main.js")
    return Template(part("page.html")).substitute(
        policy=html.escape(policy(libraries, code, more=sparql.POLICY if options.sparql else {})),
        language=options.language,
        title=html.escape(options.title or words["title"]),
        no_script=html.escape(words["no_script"]),
        style=part("page.css") + part("sparql.css"),
        libraries=libraries,
        given=jsonl.line(values).translate(_ESCAPES),
        picture=picture(scene, facts, numbered, options.seed).packed(),
        tables=tables(scene, facts, numbered, belonging).packed(),
        program=code,
        blocks="".join(_block(name, content) for name, content in more.items()),
    )


def _block(name: str, content: str) -> str:
    return f'<script type="application/octet-stream" id="{name}">{content}</script>\n'


def _vendored(name: str) -> str:
    return (resources.files("kg.view") / "vendor" / name).read_text("utf-8")
