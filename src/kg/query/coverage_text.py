"""The coverage of an answer as text for a terminal."""

from collections.abc import Iterator

from kg.query.coverage import Coverage
from kg.query.leaving_out import LeftOut
from kg.query.terms import Row, shown

SHOWN = 5
"""So many rows of each kind are written out for a source."""


def written(found: Coverage) -> str:
    """What stands behind an answer, and what becomes of it without each of its sources."""
    return "\n".join([*_counts(found), "", *_without(found), ""])


def _counts(found: Coverage) -> Iterator[str]:
    languages = ", ".join(f"{language} {count}" for language, count in found.languages)
    years = f"{found.years[0]} to {found.years[-1]}" if len(found.years) > 1 else "".join(found.years)
    share = found.share_unresolved
    yield "What stands behind this answer:"
    yield f"  events:    {found.events}"
    yield f"  sources:   {found.sources}"
    yield f"  languages: {len(found.languages)}{f' ({languages})' if languages else ''}"
    yield f"  years:     {len(found.years)}{f' ({years})' if years else ''}"
    unresolved = "" if share is None else f", {found.unresolved} of them unresolved ({share:.0%})"
    yield f"  actors:    {found.actors}{unresolved}"


def _without(found: Coverage) -> Iterator[str]:
    if not found.without:
        yield "No source speaks of what is in its rows."
        return
    yield f"Without one of the sources, of {found.rows} row{'' if found.rows == 1 else 's'}:"
    for one in found.without:
        yield f"  {one.title}: {_said(one)}"
        yield from _some("-", [_cells(row) for row in one.vanished])
        yield from _some("~", [f"{_cells(before)} -> {_cells(after)}" for before, after in one.changed])
        yield from _some("+", [_cells(row) for row in one.appeared])


def _said(one: LeftOut) -> str:
    if not one.vanished and not one.changed and not one.appeared:
        return "the same rows"
    return f"{len(one.vanished)} vanish, {len(one.changed)} change, {len(one.appeared)} appear"


def _some(sign: str, lines: list[str]) -> Iterator[str]:
    yield from (f"    {sign} {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"    {sign} and {len(lines) - SHOWN} more"


def _cells(row: Row) -> str:
    """The names and numbers of a row; its IRIs only where it has nothing else."""
    told = [cell for cell in row if cell is not None and cell.kind != "iri"] or [
        cell for cell in row if cell is not None
    ]
    return " | ".join(" ".join(shown(cell).split()) for cell in told)
