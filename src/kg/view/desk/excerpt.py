"""The triples of a part of the graph: what a page that shows a part carries for its SPARQL."""

import re
from collections import defaultdict
from collections.abc import Collection
from typing import Final

from kg.vocab.namespaces import ID

TOLD: Final = ("person", "event", "participation", "tenure", "headcount", "evidence")
"""Things of these sorts are carried only if they are part of it; organisations, places and concepts always."""

_SUBJECT: Final = re.compile(rf"<{re.escape(ID)}((?:{'|'.join(TOLD)})-[^>]*)> ")
_OF_EVIDENCE: Final = re.compile(r"-(?:position|quote)$")
_GRAPH: Final = re.compile(r" (<[^<>\s]*>) \.$")


def excerpt(nquads: str, kept: Collection[str]) -> str:
    """TriG of the quads about what is kept.

    Args:
        nquads: the graph, a quad a line.
        kept: ids, as `rows.local` gives them.
    """
    graphs: dict[str, list[str]] = defaultdict(list)
    for line in nquads.splitlines():
        if _is_kept(line, kept):
            graph = _GRAPH.search(line)
            name = "" if graph is None else graph[1]
            graphs[name].append(line if graph is None else line[: graph.start()] + " .")
    return "".join(_written(name, lines) for name, lines in sorted(graphs.items()))


def _is_kept(line: str, kept: Collection[str]) -> bool:
    subject = _SUBJECT.match(line)
    return subject is None or f"id:{_OF_EVIDENCE.sub('', subject[1])}" in kept


def _written(graph: str, lines: list[str]) -> str:
    body = "".join(f"{line}\n" for line in lines)
    return body if graph == "" else f"{graph} {{\n{body}}}\n"
