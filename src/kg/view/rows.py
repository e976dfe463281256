"""The queries of `queries/view/` and their rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import assets
from kg.vocab.namespaces import ID

if TYPE_CHECKING:
    from kg.query import Engine, Term


def rows(engine: "Engine", name: str) -> Iterator[dict[str, "Term"]]:
    """Run `queries/view/NAME.rq`; each row holds its bound columns only."""
    table = engine.select(assets.text(assets.path(f"queries/view/{name}.rq")), {})
    for row in table.rows:
        yield {column: term for column, term in zip(table.columns, row, strict=True) if term is not None}


def grouped(engine: "Engine", name: str, key: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The rows of a query by their column `key`: for every column, its different values in order.

    A statement told by two graphs, or with two offices, gives several rows; it is one statement all the same.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows(engine, name):
        columns = found.setdefault(local(row[key].value), {})
        for column, term in row.items():
            value = local(term.value) if term.kind == "iri" else term.value
            columns.setdefault(column, set()).add(value)
    return {
        one: {column: tuple(sorted(values)) for column, values in sorted(columns.items())}
        for one, columns in sorted(found.items())
    }


def local(iri: str) -> str:
    """The name of a thing in the page: `id:person-1` for one of this project's, the whole IRI for any other.

    Every name holds a colon, so that none is also the name of something in JavaScript, such as `constructor`.
    """
    return f"id:{iri.removeprefix(ID)}" if iri.startswith(ID) else iri
