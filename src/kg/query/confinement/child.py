"""The child: opens the store, takes its own rights away, answers one question, and ends."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from kg.errors import KgError
from kg.query.confinement import frames
from kg.query.confinement.bounds import Bounds
from kg.query.confinement.limiting import begin, close_in
from kg.query.confinement.sealing import may_call, seal
from kg.store import open_read
from kg.vocab.namespaces import PREFIXES


class Request(NamedTuple):
    """One question: the output folder ("" where the store is in memory), the text as written, and as it is asked."""

    folder: str
    text: str
    asked: str
    bounds: Bounds
    tsv: bool = False
    """Whether rows are to come as TSV and not as JSON."""


def serve(request: Request, store: Store | None, handle: int) -> None:
    """Answer into a pipe, and end this process whatever happens."""
    out = frames.Writer(handle)
    try:
        begin(request.bounds)
        opened = open_read(Path(request.folder)) if store is None else store
        if may_call(request.asked):
            seal()
        close_in(request.bounds)
        _answer(request, opened, out)
        out.put(frames.END)
    except BaseException as error:  # noqa: BLE001 - also a panic of the engine, which is no Exception
        out.put(frames.FAULT, _told(request, error))
    finally:
        os._exit(0)


def _answer(request: Request, store: Store, out: frames.Writer) -> None:
    result = store.query(request.asked, use_default_graph_as_union=True, prefixes=dict(PREFIXES))
    if isinstance(result, QuerySolutions):
        out.put(frames.SOLUTIONS)
        result.serialize(out, QueryResultsFormat.TSV if request.tsv else QueryResultsFormat.JSON)  # type: ignore[arg-type]
    elif isinstance(result, QueryBoolean):
        out.put(frames.TRUTH, b"\1" if result else b"")
    else:
        out.put(frames.TRIPLES)
        result.serialize(out, RdfFormat.N_TRIPLES)  # type: ignore[arg-type]


def _told(request: Request, error: BaseException) -> bytes:
    """What went wrong, as kind, message and hint."""
    message, hint = str(error), ""
    if isinstance(error, KgError):
        message, hint = error.message, error.hint
    elif isinstance(error, SyntaxError):
        message = _place(request.text) or message
    return "\0".join((type(error).__name__, message, hint)).encode("utf-8", "replace")


def _place(text: str) -> str:
    """The mistake as it stands in the text of the user, before the bindings moved it."""
    try:
        Store().query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        return str(error)
    return ""


def main() -> None:
    """Answer the question on standard input: the child as a program of its own."""
    import marshal  # noqa: PLC0415 - a child that was forked has the question already

    folder, text, asked, bounds, tsv = marshal.loads(sys.stdin.buffer.read())
    serve(Request(folder, text, asked, Bounds(*bounds), tsv), None, os.dup(1))
