"""Where the cells of a table lead: a quote to its passage, a source to its page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kg.cli.screen import passage

if TYPE_CHECKING:
    from kg.query import Engine, Table, Term

Links = Mapping[tuple[int, int], str]
"""The address for the cell in a row and a column."""

_ADDRESSES: Final = "SELECT ?document ?url WHERE { ?document schema:url ?url }"
_TO_PASSAGE: Final = "quote"
_TO_PAGE: Final = ("source", "url")


def links(table: "Table", engine: "Engine") -> Links:
    """The addresses behind the cells of an answer whose rows name a document or its address."""
    columns = {name: i for i, name in enumerate(table.columns)}
    if not columns.keys() & {"url", "document"}:
        return {}
    addresses = _addresses(table, columns, engine)
    found: dict[tuple[int, int], str] = {}
    for number, row in enumerate(table.rows):
        url = _url(row, columns, addresses)
        if url is None:
            continue
        for name in (_TO_PASSAGE, *_TO_PAGE):
            if (place := columns.get(name)) is not None and (cell := row[place]) is not None:
                found[number, place] = passage(url, cell.value) if name == _TO_PASSAGE else url
    return found


def _url(row: Sequence["Term | None"], columns: Mapping[str, int], addresses: Mapping[str, str]) -> str | None:
    if "url" in columns:
        cell = row[columns["url"]]
        return None if cell is None else cell.value
    cell = row[columns["document"]]
    return None if cell is None else addresses.get(cell.value)


def _addresses(table: "Table", columns: Mapping[str, int], engine: "Engine") -> dict[str, str]:
    """The address of each document of the table; none where the table has a column of addresses."""
    if "url" in columns:
        return {}
    from kg.query.batches import with_rows  # noqa: PLC0415 - only a terminal follows links

    place = columns["document"]
    documents = {cell for row in table.rows if (cell := row[place]) is not None and cell.kind == "iri"}
    if not documents:
        return {}
    asked = with_rows(_ADDRESSES, ["document"], ((one,) for one in sorted(documents, key=lambda one: one.value)))
    return {row[0].value: row[1].value for row in engine.select(asked) if row[0] is not None and row[1] is not None}
