"""What is worth a word about a question that somebody wrote: a term that the ontology has not, rows that repeat."""

from collections.abc import Iterator
from typing import Final

from kg.query.lexing import tokens
from kg.query.terms import Answer, Table
from kg.vocab.namespaces import KG, PREFIXES

_SCHEME: Final = {
    namespace: prefix for prefix, namespace in PREFIXES.items() if namespace.startswith(KG.removesuffix("ns#"))
}
_OFFERED: Final = 3


def notices(text: str, answer: Answer) -> Iterator[str]:
    """What the asker would want to know, in whole sentences.

    Args:
        text: the question in SPARQL.
        answer: what it was answered.
    """
    yield from _unknown(text)
    if isinstance(answer, Table):
        yield from _repeated(answer)


def _unknown(text: str) -> Iterator[str]:
    for written, namespace, local in dict.fromkeys(_own(text)):
        known = _known(namespace)
        if known and local not in known:
            yield f"the ontology has no {written}{_near(local, known, _SCHEME[namespace])}."


def _own(text: str) -> Iterator[tuple[str, str, str]]:
    """The terms in the namespaces of kg: as they are written, their namespace, and the rest."""
    prefixes, found = dict(PREFIXES), tokens(text)
    for i, token in enumerate(found):
        if token.kind == "name" and i > 0 and found[i - 1].is_word("PREFIX"):
            prefixes[token.text[:-1]] = found[i + 1].text[1:-1] if i + 1 < len(found) else ""
        elif token.kind == "name":
            prefix, _, local = token.text.partition(":")
            if prefixes.get(prefix) in _SCHEME and local:
                yield token.text, prefixes[prefix], local
        elif token.kind == "iri":
            yield from ((token.text, space, token.text[1:-1][len(space) :]) for space in _spaces(token.text[1:-1]))


def _spaces(iri: str) -> Iterator[str]:
    return (space for space in _SCHEME if iri.startswith(space) and iri != space)


def _known(namespace: str) -> frozenset[str]:
    """The terms of a namespace; none where it holds things and no terms."""
    if namespace == KG:
        from kg.vocab import terms  # noqa: PLC0415

        own = (value for value in vars(terms).values() if isinstance(value, str) and value.startswith(KG))
        return frozenset(value.removeprefix(KG) for value in own) - {""}
    from kg.vocab.concepts import SCHEMES, ids  # noqa: PLC0415 - few questions name a concept

    return ids(_SCHEME[namespace]) if _SCHEME[namespace] in SCHEMES else frozenset()


def _near(local: str, known: frozenset[str], prefix: str) -> str:
    import difflib  # noqa: PLC0415 - only a mistake needs it

    folded = {term.casefold(): term for term in sorted(known)}
    near = difflib.get_close_matches(local.casefold(), folded, _OFFERED, 0.6)
    return f"; near are {', '.join(f'{prefix}:{folded[term]}' for term in near)}" if near else ""


def _repeated(table: Table) -> Iterator[str]:
    different = len(set(table.rows))
    if different < len(table):
        yield (
            f"{len(table)} rows, {different} of them different: what several sources say counts once for each. "
            "SELECT DISTINCT and COUNT(DISTINCT …) take it once."
        )
