"""An answer as text, and where it goes: a file, the standard output, or the pager of a terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg import query
from kg.cli.screen import is_terminal, show
from kg.cli.table import NO_LINKS, drawn

if TYPE_CHECKING:
    from kg.query import Answer, Engine, Table


class Presented:
    """A text for the standard output or a file, with what is to be said beside it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.aside = ""

    def add(self, text: str, *, aside: bool) -> None:
        """Say more: below the text, or aside on standard error where a program reads the text."""
        if aside:
            self.aside += text
        else:
            self.text += f"\n{text}"

    def put(self, out: Path | None) -> None:
        """Print it, or write it to a file."""
        if out is None:
            show(self.text)
        else:
            from kg import files  # noqa: PLC0415

            files.write(out, self.text.encode("utf-8"))
        sys.stderr.write(self.aside)


def presented(answer: "Answer", engine: "Engine", form: str, on_screen: bool) -> str:
    """An answer in a format; as a table with links where a person reads it at a terminal.

    Raises:
        InputError: the answer cannot be written in this format.
    """
    if form != "table":
        return query.written(answer, form)
    if isinstance(answer, bool):
        return "yes\n" if answer else "no\n"
    if isinstance(answer, query.Table):
        return _table(answer, engine, on_screen and is_terminal())
    return drawn(("subject", "predicate", "object"), [[query.shown(term) for term in triple] for triple in answer])


def _table(answer: "Table", engine: "Engine", with_links: bool) -> str:
    links = NO_LINKS
    if with_links:
        from kg.cli import links as linking  # noqa: PLC0415

        links = linking.links(answer, engine)
    rows = [[query.shown(term) for term in row] for row in answer.rows]
    return drawn(answer.columns, rows, spare=_iri_columns(answer), links=links)


def _iri_columns(table: "Table") -> list[str]:
    """The columns of nothing but IRIs: the first to go where a terminal is narrow, for the names stand beside them."""
    return [
        name
        for i, name in enumerate(table.columns)
        if {term.kind for row in table.rows if (term := row[i]) is not None} == {"iri"}
    ]
