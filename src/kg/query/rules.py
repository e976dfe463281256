"""The rules of queries/infer as a graph sees them that is changed: what they conclude, and of whom once again.

A rule is plain where it concludes one statement with a predicate of its own, both ends of which its patterns match.
Beside it may lie `touched/RULE.rq`: of whom (`?subject`) the rule may conclude something else once statements about
`?it` are gone, asked of the graph in which they still stand.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from kg import assets
from kg.query.lexing import Token, after_prologue, tokens
from kg.query.seeing import INFERRED, has_open_predicate, iris, sees

_FOLDER: Final = "queries/infer"
_TEMPLATE: Final = 3


class Rule(NamedTuple):
    """A rule: its text, its graph, and where it is plain the variable that it concludes of, and the predicate."""

    text: str
    graph: str
    subject: str = ""
    predicates: frozenset[str] = frozenset()
    touched: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their names."""
    return tuple(read(path) for path in sorted(assets.path(_FOLDER).glob("*.rq")))


def seen(text: str, known: Sequence[Rule]) -> bool:
    """Whether a query could see what these rules conclude."""
    return not all(rule.subject for rule in known) or sees(tokens(text), _predicates(known))


def piecemeal(known: Sequence[Rule]) -> bool:
    """Whether these rules can be asked of some subjects alone: all are plain, and none sees conclusions."""
    return all(rule.subject and not sees(_conditions(rule.text), _predicates(known)) for rule in known)


def read(path: Path) -> Rule:
    """A rule with what lies beside it."""
    text, graph = assets.text(path), f"{INFERRED}-{path.stem}"
    template = _template(tokens(text))
    if not _is_plain(template, _conditions(text)):
        return Rule(text, graph)
    beside = path.parent / "touched" / path.name
    touched = assets.text(beside) if beside.is_file() else ""
    return Rule(text, graph, template[0].text[1:], iris(tokens(text), template[1:2]), touched)


def _predicates(known: Sequence[Rule]) -> frozenset[str]:
    return frozenset().union(*(rule.predicates for rule in known))


def _is_plain(template: Sequence[Token], conditions: Sequence[Token]) -> bool:
    if [token.kind for token in template] not in (["variable", "name", "variable"], ["variable", "iri", "variable"]):
        return False
    made = {after.text for token, after in pairwise(conditions) if token.is_word("AS")}
    return (
        not made & {template[0].text, template[2].text}
        and not any(token.is_word("GRAPH", "VALUES") for token in conditions)
        and not has_open_predicate(conditions)
    )


def _template(found: Sequence[Token]) -> list[Token]:
    """What stands within the first braces, without a full stop at its end."""
    opening, closing = _braces(found)
    inner = list(found[opening + 1 : closing])
    return inner[:-1] if len(inner) > _TEMPLATE and inner[-1].text == "." else inner


def _conditions(text: str) -> list[Token]:
    """The rule without its template: as a query that asks for what must hold."""
    found = tokens(text)
    opening, closing = _braces(found)
    return [*found[:opening], *found[closing + 1 :]]


def _braces(found: Sequence[Token]) -> tuple[int, int]:
    texts = [token.text for token in found]
    opening = texts.index("{", after_prologue(found))
    return opening, texts.index("}", opening)
