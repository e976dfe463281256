"""All checks together, as issues that say where to look and what to do."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.check.finding import Finding
from kg.check.phrases import phrase
from kg.check.places import Place, places
from kg.check.queries import check_queries, found_by
from kg.check.quotes import found_in_quotes
from kg.check.shapes import found_by_shapes
from kg.model import Issue
from kg.query import Engine

STAGE = "check"


def report(engine: Engine, *, texts: Path | None = None, language: str = "en") -> tuple[Issue, ...]:
    """Everything that is wrong with a graph, sorted.

    Args:
        engine: the graph.
        texts: the folder of the stored texts, `SHA256.txt`; without it no quote is compared.
        language: of the messages: `fr`, `de` or `en`.
    """
    found = list(_without_repeats(found_by_shapes(engine, language), _found_by_queries(engine, language)))
    if texts is not None:
        found.extend(found_in_quotes(engine, texts, language))
    if not found:
        return ()
    known = places(engine, texts)
    return tuple(sorted({_issue(finding, known.get(finding.node), language) for finding in found}))


def _found_by_queries(engine: Engine, language: str) -> Iterator[Finding]:
    for query in check_queries():
        yield from found_by(query, engine, language)


def _without_repeats(by_shapes: Iterable[Finding], by_queries: Iterable[Finding]) -> Iterator[Finding]:
    """All findings but those of a shape where a query says the same of the same node in better words."""
    instead = {query.name: query.instead_of for query in check_queries()}
    said: set[tuple[str, str]] = set()
    for finding in by_queries:
        said.add((instead[finding.check], finding.node))
        yield finding
    yield from (finding for finding in by_shapes if (finding.check, finding.node) not in said)


def _issue(finding: Finding, place: Place | None, language: str) -> Issue:
    return Issue(
        stage=STAGE,
        severity=finding.severity,
        document=finding.node,
        value=finding.value or ("" if place is None else place.quote),
        message=f"{finding.problem} [{finding.check}]",
        action=_action(finding, place, language),
    )


def _action(finding: Finding, place: Place | None, language: str) -> str:
    """What to do, then where; a shape says what is wrong, and the record is where it is put right."""
    if place is None:
        return finding.solution or phrase(language, "search")
    solution = finding.solution or phrase(language, "edit", document=place.document)
    return f"{solution} {place.told(language)}"
