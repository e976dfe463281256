"""Which office of the code list a post is: by its title, and by the state of the body that it is in."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from kg.model import Authority
from kg.text.normal import fold
from kg.vocab.concepts import Concept, concepts

_STATE: Final = re.compile(r"\s*\([^)]*\)")
"""The state behind the name of an office: `bourgmestre (Luxembourg)`."""


def office_of(title: str, body: str | None, authority: Mapping[str, Authority]) -> str | None:
    """The IRI of the office that a title names; None where it names none, or could name several.

    Args:
        title: the title as a page has it.
        body: the id of the body or territory that the post is in.
        authority: the entries by id, which say in which state the body is.
    """
    around = set() if body is None else set(_around(body, authority))
    found = _by_name().get(fold(title), ())
    fitting = [one for one in found if not around or not one.places or around & set(one.places)]
    return fitting[0].iri if len(fitting) == 1 else None


def _around(body: str, authority: Mapping[str, Authority]) -> Iterator[str]:
    """The territories that a body is of, with all that they lie in; nothing where the authority does not know it."""
    queue = [body]
    for at, id_ in enumerate(queue):
        entry = authority.get(id_)
        if entry is None:
            continue
        if at > 0 or not entry.id.startswith("organisation-"):
            yield id_
        above = (*entry.within, *entry.competent_for, *filter(None, (entry.seat, entry.parent)))
        queue += [one for one in above if one not in queue]


@cache
def _by_name() -> Mapping[str, tuple[Concept, ...]]:
    """The offices by each of their names, folded, without the state behind it."""
    found: defaultdict[str, dict[str, Concept]] = defaultdict(dict)
    for concept in concepts("office"):
        for label in (*concept.labels, *concept.variants):
            found[fold(_STATE.sub("", label.value))][concept.id] = concept
    return {name: tuple(offices.values()) for name, offices in found.items()}
