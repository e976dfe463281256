"""The rows of an endpoint as they come, and the signs by which a cut answer is known: never a short table.

Virtuoso answers with status 200 when it has reached its limit of rows or of time. Rows are taken as JSON or XML, which
have an end of their own; CSV and TSV have none.
"""

from collections.abc import Iterator
from email.message import Message
from typing import Final

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from kg.errors import InputError
from kg.query.engine import other_form
from kg.query.faults import cut
from kg.query.rdf import term
from kg.query.refusals import ExceededError
from kg.query.terms import Row, Rows
from kg.query.transfer import Stream

VIRTUOSO_ROWS: Final = 10_000
"""Virtuoso's limit as it is installed; where triples are asked for it does not say that it was reached."""
_PARTIAL: Final = 206
_HINT: Final = "Ask for less, with LIMIT or more conditions, or have the limit of the endpoint raised."


def rows_of(url: str, body: Stream) -> Rows:
    """The rows in the body of a reply, read as they are taken.

    Raises:
        InputError: the body is no result of a SELECT query, or breaks off.
    """
    form = QueryResultsFormat.from_media_type(body.media_type)
    if form is None:
        body.read(2_000)
        raise no_result(url, body.media_type, _start(body))
    try:
        found = parse_query_results(body, format=form)  # type: ignore[arg-type]
    except (SyntaxError, ValueError, OSError, InputError) as error:
        raise body.error or no_result(url, body.media_type, _start(body)) from error
    if not isinstance(found, QuerySolutions):
        raise other_form("SELECT", bool(found))
    columns = tuple(variable.value for variable in found.variables)
    return Rows(columns, _taken(url, body, found), body.close)


def _taken(url: str, body: Stream, found: QuerySolutions) -> Iterator[Row]:
    count, most = 0, most_rows(body.headers)
    try:
        for solution in found:
            yield tuple(None if cell is None else term(cell) for cell in solution)
            count += 1
    except (SyntaxError, ValueError, OSError, InputError) as error:
        raise body.error or InputError(
            f"{url} broke off after {count} rows: {cut(str(error))}.",
            hint="What was read so far is not the whole answer; ask again, or for less.",
        ) from error
    finally:
        body.close()
    refuse_most(url, count, most)


def most_rows(headers: Message, *, triples: bool = False) -> int | None:
    """How many rows the endpoint gives at most, as far as it says so."""
    stated = str(headers.get("X-SPARQL-MaxRows", "")).strip()
    if stated.isdecimal():
        return int(stated)
    return VIRTUOSO_ROWS if triples and str(headers.get("Server", "")).startswith("Virtuoso") else None


def refuse_most(url: str, count: int, most: int | None) -> None:
    """Refuse an answer that has as many rows as the endpoint gives at most.

    Raises:
        InputError: it has.
    """
    if most is not None and count >= most:
        raise ExceededError(f"{url} gives at most {most} rows, and this answer has reached them.", hint=_HINT)


def refuse_part(url: str, status: int, headers: Message) -> None:
    """Refuse an answer that the endpoint itself calls partial.

    Raises:
        InputError: it does.
    """
    if status == _PARTIAL or headers.get("X-SQL-State"):
        said = cut(str(headers.get("X-SQL-Message", "") or f"status {status}"))
        raise ExceededError(f"{url} has answered in part only: {said}.", hint=_HINT)


def no_result(url: str, media_type: str, start: str) -> InputError:
    """The error for what is no result of a query."""
    return InputError(
        f"{url} answered with {media_type}, which is no SPARQL result: {start}",
        hint="Check that the address is that of a SPARQL endpoint, not of its web page.",
    )


def _start(body: Stream) -> str:
    return cut(body.start.decode("utf-8", "replace"))
