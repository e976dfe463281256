"""Whether a query could match statements with certain predicates: told from its tokens, and yes where that is not sure.

A query that names no such predicate matches none of them, unless it has a variable for a predicate, a path of all
predicates but some, a variable for a graph, DESCRIBE, or a term that cannot be read here.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.query.lexing import Token, after_prologue
from kg.vocab.namespaces import GRAPH, PREFIXES

INFERRED: Final = f"{GRAPH}inferred"
"""How the names of the graphs begin that hold what rules conclude."""
_TERMS: Final = frozenset({"variable", "iri", "name", "string", "number", "tag"})
_JOINING: Final = (
    *("FILTER", "OPTIONAL", "GRAPH", "BIND", "VALUES", "MINUS", "UNION", "AS", "IN", "NOT", "EXISTS", "WHERE", "UNDEF"),
    *("ASC", "DESC", "SELECT", "DISTINCT", "REDUCED", "GROUP", "BY", "HAVING", "ORDER", "LIMIT", "OFFSET"),
)
"""Words that begin or join patterns; before and after any other word may stand a predicate."""
_LISTING: Final = ("SELECT", "GROUP", "ORDER", "HAVING", "VALUES")
"""Words after which variables stand in a row, up to the next brace."""
_BRACES: Final = frozenset("{}")
_NEGATED: Final = frozenset({"(", "^", "a"})


def sees(found: Sequence[Token], predicates: frozenset[str]) -> bool:
    """Whether a query of these tokens could match a statement with one of these predicates.

    The ends of such statements must stand in other statements, too: a path of no steps finds all nodes of a graph.
    """
    terms = set(_terms(found))
    return (
        None in terms
        or bool(terms & predicates)
        or any(term is not None and term.startswith(INFERRED) for term in terms)
        or any(_opens(found, i) for i in range(after_prologue(found), len(found)))
        or has_open_predicate(found)
    )


def iris(found: Sequence[Token], some: Sequence[Token]) -> frozenset[str]:
    """The IRIs of some tokens of a query, in every reading."""
    return frozenset(term for term in _terms([*found[: after_prologue(found)], *some]) if term is not None)


def _opens(found: Sequence[Token], i: int) -> bool:
    """Whether a token lets every graph or every predicate in."""
    token, after = found[i], found[i + 1] if i + 1 < len(found) else None
    if token.kind == "word" and token.text.upper() == "GRAPH":
        return after is None or after.kind == "variable"
    if token.kind in {"word", "name"}:
        word = token.text.partition(":")[0].upper()
        return ("GRAPH" in word and word != "GRAPH") or "DESCRIBE" in word
    if token.text == "!" and after is not None:
        return after.kind in {"iri", "name"} or after.text in _NEGATED
    return token.text in {"<", "{"} and after is not None and after.text in {"<", "|"}  # statements about statements


def _terms(found: Sequence[Token]) -> Iterator[str | None]:
    """The IRIs of a query, in every reading; None for one that cannot be read."""
    start = after_prologue(found)
    known = _prefixes(found[:start])
    if any(token.is_word("BASE") or "\\" in token.text for token in found[:start]):
        yield None
    for token in found[start:]:
        if token.kind == "iri":
            yield None if "\\" in token.text or ":" not in token.text else token.text[1:-1]
        elif token.kind == "name":
            yield from _expanded(token.text, known)


def _prefixes(prologue: Sequence[Token]) -> Mapping[str, set[str]]:
    """What each prefix may stand for, with its colon."""
    known = {f"{name}:": {iri} for name, iri in PREFIXES.items()}
    for i in range(len(prologue) - 2):
        if prologue[i].is_word("PREFIX"):
            known.setdefault(prologue[i + 1].text, set()).add(prologue[i + 2].text[1:-1])
    return known


def _expanded(name: str, known: Mapping[str, set[str]]) -> Iterator[str | None]:
    prefix, colon, local = name.partition(":")
    if name.startswith("_:"):
        return
    if "\\" in local or "%" in local or prefix + colon not in known:
        yield None
    yield from (iri + local for iri in known.get(prefix + colon, ()))


def has_open_predicate(found: Sequence[Token]) -> bool:
    """Whether a variable may stand for a predicate: between two terms, or at the head of a list and before a term."""
    called: list[bool] = []
    listing, before = True, ""
    for i, token in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if token.kind == "variable" and not listing and before in {"term", ";", "["} and _may_begin(after):
            return True
        if token.text in _BRACES or token.is_word(*_LISTING):
            listing = token.text not in _BRACES
        if token.text == "(":
            called.append(i > 0 and found[i - 1].kind in {"word", "name", "iri"})
        before = _side(token, called)
    return False


def _may_begin(token: Token | None) -> bool:
    """Whether an object may begin with a token."""
    if token is None or token.is_word(*_JOINING):
        return False
    return token.kind in {*_TERMS, "word"} - {"tag"} or token.text in {"[", "(", "+", "-", "<"}


def _side(token: Token, called: list[bool]) -> str:
    """What a token is to a variable behind it: the end of a term, or a mark."""
    if token.text == ")":
        return "" if called and called.pop() else "term"
    if token.kind == "word":
        return "" if token.is_word(*_JOINING) or token.text == "a" else "term"
    return "term" if token.kind in _TERMS or token.text == "]" else token.text
