"""Where a node is written: the document, and the first passage of it that states the node."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.check.phrases import phrase
from kg.check.quotes import shortened
from kg.query import Engine
from kg.vocab.namespaces import ID

PASSAGES: Final = """
SELECT DISTINCT ?node ?document ?sha256 ?start ?end ?exact WHERE {
  { ?node kg:evidence ?evidence }
  UNION { ?evidence a kg:Evidence . BIND(?evidence AS ?node) }
  UNION { ?evidence oa:hasSelector ?node }
  ?evidence oa:hasSource ?text ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact .
  ?text kg:sha256 ?sha256 ; prov:wasDerivedFrom ?document .
}
ORDER BY ?node ?document ?start ?end
"""

GRAPHS: Final = """
SELECT DISTINCT ?node ?document WHERE {
  ?graph prov:wasDerivedFrom ?text .
  ?text kg:sha256 ?sha256 ; prov:wasDerivedFrom ?document .
  { GRAPH ?graph { ?node a ?class } }
  UNION { BIND(?text AS ?node) }
  UNION { BIND(?document AS ?node) }
  UNION { BIND(?graph AS ?node) }
}
ORDER BY ?node ?document
"""
"""For a node without evidence of its own, such as a post: the documents whose graph speaks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A document and, where it is known, a passage in it."""

    document: str
    """The document's id, which names its record."""
    start: int = 0
    end: int = 0
    quote: str = ""
    line: int | None = None

    def told(self, language: str) -> str:
        """The place in words."""
        parts = [self.document]
        if self.line is not None:
            parts.append(phrase(language, "line", line=self.line))
        if self.quote:
            parts.append(phrase(language, "characters", start=self.start, end=self.end))
            parts.append(phrase(language, "quoted", quote=shortened(self.quote)))
        return f"{phrase(language, 'where')} {', '.join(parts)}."


def places(engine: Engine, texts: Path | None) -> dict[str, Place]:
    """The place of each node that some document speaks of."""
    found: dict[str, Place] = {}
    for row in engine.select(PASSAGES):
        node, document, checksum, start, end, exact = ("" if cell is None else cell.value for cell in row)
        if node not in found:
            found[node] = Place(
                document=document.removeprefix(f"{ID}document-"),
                start=int(start),
                end=int(end),
                quote=exact,
                line=_line(texts, checksum, int(start)),
            )
    for row in engine.select(GRAPHS):
        node, document = ("" if cell is None else cell.value for cell in row)
        found.setdefault(node, Place(document=document.removeprefix(f"{ID}document-")))
    return found


def _line(texts: Path | None, checksum: str, start: int) -> int | None:
    """The line, from 1, at which a passage begins; None where the text cannot be had."""
    if texts is None:
        return None
    try:
        return (texts / f"{checksum}.txt").read_bytes().decode("utf-8")[:start].count("\n") + 1
    except (OSError, UnicodeDecodeError):
        return None
