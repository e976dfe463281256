"""The name of a post that several pages write differently: `Président` here, `président` there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.triples.rdf import node
from kg.vocab.namespaces import ID
from kg.vocab.terms import ALT_LABEL, PREF_LABEL

_POST = f"{ID}post-"


def with_settled_titles(quads: Iterable[Quad]) -> set[Quad]:
    """The quads with at most one preferred name a language for each post; the others become alternative names.

    The spelling of most pages is preferred, and of equals one that is not all capitals.
    """
    kept = set(quads)
    for titles in _titles(kept):
        preferred = min(titles, key=lambda title: (-len(titles[title]), title.isupper(), title))
        for title, named in titles.items():
            if title != preferred:
                kept.difference_update(named)
                kept.update(Quad(q.subject, node(ALT_LABEL), q.object, q.graph_name) for q in named)
    return kept


def _titles(quads: Iterable[Quad]) -> Iterator[dict[str, list[Quad]]]:
    """For each post and language, the quads of each preferred name."""
    found: dict[tuple[str, str | None], dict[str, list[Quad]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        post, name = quad.subject, quad.object
        if isinstance(post, NamedNode) and isinstance(name, Literal) and quad.predicate.value == PREF_LABEL:
            found[post.value, name.language][name.value].append(quad)
    yield from (titles for (iri, _), titles in found.items() if iri.startswith(_POST))
