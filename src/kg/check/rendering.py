"""A report as text for people and as lines of JSON for programs."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from kg import jsonl
from kg.check.phrases import phrase
from kg.check.quotes import shortened
from kg.model import Issue, Severity
from kg.query import short

WORST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def render(issues: Iterable[Issue], language: str = "en") -> str:
    """The report as plain text: a line that counts, then the findings, the worst first.

    Findings of one kind stand together: what is wrong once, then each place.
    """
    found = sorted(issues, key=lambda issue: (WORST_FIRST.index(issue.severity), issue.message, issue.value, issue))
    counts = {severity.value: sum(issue.severity is severity for issue in found) for severity in Severity}
    if not found:
        return phrase(language, "none") + "\n"
    lines = [phrase(language, "count", **counts)]
    for severity, group in groupby(found, key=lambda issue: issue.severity):
        lines += ["", phrase(language, severity.value)]
        for message, same in groupby(group, key=lambda issue: issue.message):
            lines += ["", f"- {message}", *_places(same, language)]
    return "\n".join(lines) + "\n"


def _places(issues: Iterable[Issue], language: str) -> Iterator[str]:
    """What to do, once where it is the same for several, and each place."""
    where = f"{phrase(language, 'where')} "
    parted = [(issue, *issue.action.partition(where)) for issue in issues]
    for solution, same in groupby(sorted(parted, key=lambda part: part[1]), key=lambda part: part[1].rstrip()):
        if solution:
            yield f"  {phrase(language, 'do')} {solution}"
        for issue, _, mark, place in same:
            what = "  ".join(part for part in (short(issue.document), shortened(issue.value)) if part)
            yield f"  * {what or '-'}"
            if place:
                yield f"      {mark}{place}"


def as_json_lines(issues: Iterable[Issue]) -> str:
    """The report as sorted lines of JSON, in the form of issues.jsonl."""
    return "".join(f"{jsonl.line(_plain(issue))}\n" for issue in sorted(issues))


def _plain(issue: Issue) -> dict[str, str]:
    return {
        "stage": issue.stage,
        "severity": issue.severity.value,
        "document": issue.document,
        "value": issue.value,
        "message": issue.message,
        "action": issue.action,
    }
