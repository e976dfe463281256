"""Answers of an endpoint kept on disk, so that what was answered once is not asked again.

One file an answer, named by the endpoint and the query; written whole or not at all. A file that cannot be read is as
good as none.
"""

import json
from pathlib import Path
from typing import Any

from kg import files, jsonl
from kg.errors import InputError
from kg.query.binding import bound
from kg.query.engine import Asking, Bindings
from kg.query.guard import checked
from kg.query.terms import Answer, Table, Term
from kg.text.normal import sha256


class NotKeptError(InputError):
    """The answer is not on the disk, and the endpoint must not be asked."""


class CachedEngine(Asking):
    """Answers SELECT queries from the disk, and asks the endpoint for the others.

    Args:
        url: the address of the endpoint, which tells its answers from those of another.
        engine: asks it; None where only what is on the disk may be answered.
        folder: where the answers are kept.
        refresh: ask again, and keep the new answer.
    """

    def __init__(self, url: str, engine: Asking | None, folder: Path, *, refresh: bool = False) -> None:
        self._url = url
        self._engine = engine
        self._folder = folder
        self._refresh = refresh
        self.kept = 0
        """How many queries the disk has answered."""
        self.asked = 0
        """How many the endpoint has answered."""

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query.

        Raises:
            InputError: the endpoint gave no answer; or it must not be asked, and the answer is not on the disk.
        """
        query = bound(text, checked(text), bindings)
        path = self._folder / f"{sha256(jsonl.line([self._url, query]))}.json"
        found = None if self._refresh else self._read(path, query)
        if found is not None:
            self.kept += 1
            return found
        if self._engine is None:
            raise NotKeptError(
                f"{self._url} has not been asked this before, and must not be asked now.",
                hint="Leave --offline out once; the answer is kept.",
            )
        answer = self._engine.run(query)
        self.asked += 1
        if isinstance(answer, Table):
            files.write(path, (jsonl.line(_written(self._url, query, answer)) + "\n").encode("utf-8"))
        return answer

    def _read(self, path: Path, query: str) -> Table | None:
        try:
            value = json.loads(path.read_text("utf-8"))
            if (value["endpoint"], value["query"]) != (self._url, query):
                return None
            return Table(tuple(value["columns"]), tuple(tuple(map(_term, row)) for row in value["rows"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _written(url: str, query: str, table: Table) -> dict[str, Any]:
    rows = [[None if t is None else [t.kind, t.value, t.datatype, t.language] for t in row] for row in table.rows]
    return {"endpoint": url, "query": query, "columns": list(table.columns), "rows": rows}


def _term(value: Any) -> Term | None:
    return None if value is None else Term(*value)
