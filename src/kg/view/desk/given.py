"""What the page is written with beside the graph: words, looks of kinds, title, the version of the graph."""

from importlib import resources
from pathlib import Path
from typing import Any

import kg.assets
from kg import files
from kg.view.desk import sparql as panel
from kg.view.facts import Facts
from kg.view.kinds import NODE_KINDS, RUNGS, TIE_KINDS
from kg.view.names import LANGUAGES


def given(facts: Facts, version: str, *, title: str | None, language: str, sparql: bool) -> dict[str, Any]:
    """Plain JSON values, which `page/words.js` reads.

    Args:
        facts: the graph.
        version: its checksum.
        title: the heading, or None for that of the reader's language.
        language: the language of the page where the browser asks for none of its languages.
        sparql: whether the page answers SPARQL.
    """
    return {
        "base": kg.assets.BASE,
        "language": language,
        "languages": LANGUAGES,
        "title": title,
        "words": _words(),
        "nodeKinds": {
            kind: {"colour": look.colour, "shape": look.shape, "size": look.size} for kind, look in NODE_KINDS.items()
        },
        "tieKinds": {
            kind: {"colour": look.colour, "dashes": look.dashes, "width": look.width}
            for kind, look in (TIE_KINDS | RUNGS).items()
        },
        "sparql": sparql,
        "version": {"sha256": version, **_sources(facts)},
    }


def _sources(facts: Facts) -> dict[str, Any]:
    """How many documents there are, and the first and last day on which they were published or fetched."""
    dates = [
        value[:10]
        for columns in facts.documents.values()
        for value in (*columns.get("issued", ()), *columns.get("retrieved", ()))
    ]
    return {"documents": len(facts.documents), "dates": [min(dates), max(dates)] if len(dates) > 0 else []}


def _words() -> dict[str, Any]:
    """The words of every page, and in each language those of the desk and of its SPARQL."""
    shared = files.read_yaml(Path(str(resources.files("kg.view") / "parts" / "words.yaml")))
    own = files.read_yaml(Path(str(resources.files("kg.view.desk") / "page" / "words.yaml")))
    asked = panel.words()
    return {one: _merged(shared[one], own[one], {"sparql": asked[one]}) for one in LANGUAGES}


def _merged(shared: dict[str, Any], own: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    return {**shared, **own, **asked, "kinds": {**shared["kinds"], **own["kinds"]}}
