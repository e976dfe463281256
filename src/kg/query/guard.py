"""What is refused before an engine sees it: updates, other people's data, and texts that would end the process.

The embedded engine follows SERVICE with a request of its own, and its parser and planner recurse: some thousand
brackets, operators or groups end the process, not the query.
"""

from typing import Final

from kg.errors import InputError
from kg.query.lexing import Token, after_prologue, tokens

MOST_BYTES: Final = 65_536
DEEPEST: Final = 200
MOST_OPERATORS: Final = 500

_OPEN: Final = frozenset("({[")
_CLOSE: Final = frozenset(")}]")
_OPERATORS: Final = frozenset({"!", "&&", "||", "|", "/", "+", "-", "*", "^", "{"})
_CHAINED: Final = ("UNION", "MINUS", "BIND", "AS")
_UPDATES: Final = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_CLOSED: Final = frozenset({"string", "iri", "variable"})
"""Tokens in which no engine reads a word."""
_ELSEWHERE: Final = {
    "SERVICE": "The graph is asked here and nowhere else; ask the other endpoint by itself with --endpoint.",
    "FROM": "Name a graph with GRAPH <...> { } instead; without it all graphs are asked together.",
}


def checked(text: str) -> list[Token]:
    """The tokens of a query that may be asked.

    Raises:
        InputError: the text is an update, too long, nested too deeply, or a chain of too many operators.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise InputError(f"the query has {size} bytes; at most {MOST_BYTES} are taken.", hint="Ask in several queries.")
    found = tokens(text)
    first = after_prologue(found)
    if first < len(found) and found[first].is_word(*_UPDATES):
        raise InputError(
            f"{found[first].text.upper()} is refused: kg reads the graph and never writes into it.",
            hint="Change the data and build again with `kg build`.",
        )
    _refuse_depth(found)
    _refuse_chains(found)
    return found


def stays_here(found: list[Token]) -> None:
    """Refuse what would fetch from the network or change which data is asked.

    Raises:
        InputError: the query holds SERVICE or FROM, on its own or grown together with what stands beside it.
    """
    for token in found:
        if token.kind == "mark":
            _refuse_backslash(token)
        elif token.kind not in _CLOSED:
            _refuse_words(token)


def _refuse_backslash(token: Token) -> None:
    """One that stands alone shows a text that an engine would cut into other tokens."""
    if token.text == "\\":
        raise InputError("a backslash stands where SPARQL has none.", hint="Write it within quotes, or not at all.")


def _refuse_words(token: Token) -> None:
    """Also those that an engine reads in a longer token: it takes `SERVICESILENT`, `1SERVICE` and `SERVICEx:y`."""
    text = (token.text.partition(":")[0] if token.kind == "name" else token.text).upper()
    for word in _ELSEWHERE:
        if word in text:
            raise _refused(token, word)


def _refused(token: Token, word: str) -> InputError:
    from kg.query.faults import cut  # noqa: PLC0415 - only a mistake needs it

    if token.kind == "name":
        prefix = cut(token.text.partition(":")[0])
        return InputError(
            f"{word} is refused, and the prefix {prefix}: holds it.", hint="Give the prefix another name."
        )
    within = "" if token.is_word(word) else f", also within `{cut(token.text)}`"
    return InputError(f"{word} is refused{within}.", hint=_ELSEWHERE[word])


def _refuse_depth(found: list[Token]) -> None:
    depth = 0
    for token in found:
        if token.kind == "mark":
            depth += (token.text in _OPEN) - (token.text in _CLOSE)
            if depth > DEEPEST:
                raise InputError(f"the query nests more than {DEEPEST} brackets.", hint="Ask in several queries.")


def _refuse_chains(found: list[Token]) -> None:
    count = sum((t.kind == "mark" and t.text in _OPERATORS) or t.is_word(*_CHAINED) for t in found)
    if count > MOST_OPERATORS:
        raise InputError(
            f"the query has {count} operators and groups; at most {MOST_OPERATORS} are taken.",
            hint="Give many values in VALUES or IN, or ask in several queries.",
        )
