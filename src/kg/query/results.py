"""Answers in the formats of SPARQL 1.1 results and of RDF."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any, Final

import pyoxigraph
from pyoxigraph import RdfFormat

from kg.errors import InputError
from kg.query.rdf import node
from kg.query.terms import Answer, Table, Term, Triple
from kg.vocab.namespaces import PREFIXES

_RDF: Final = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}


def written(answer: Answer, form: str) -> str:
    """An answer as text: csv, tsv, json or xml for rows and truth values, turtle, ntriples or jsonld for triples.

    Raises:
        InputError: the answer cannot be written in this format.
    """
    if isinstance(answer, tuple):
        return _triples(answer, form)
    if isinstance(answer, bool):
        writers: dict[str, Callable[[Any], str]] = {"json": _truth_json, "xml": _xml}
    else:
        writers = {"csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}
    if form not in writers:
        raise InputError(f"this answer cannot be written as {form}.", hint=f"Choose one of {', '.join(writers)}.")
    return writers[form](answer)


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_named(term) for term in row] for row in table)
    return out.getvalue()


def _named(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind == "blank" else term.value


def _tsv(table: Table) -> str:
    head = "\t".join(f"?{name}" for name in table.columns)
    lines = ("\t".join("" if t is None else str(node(t)).replace("\t", "\\t") for t in row) for row in table)
    return "".join(f"{line}\n" for line in (head, *lines))


def _json(table: Table) -> str:
    rows = [{n: _object(t) for n, t in zip(table.columns, row, strict=True) if t is not None} for row in table]
    value = {"head": {"vars": list(table.columns)}, "results": {"bindings": rows}}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _object(term: Term) -> dict[str, str]:
    out = {"type": {"iri": "uri", "blank": "bnode"}.get(term.kind, "literal"), "value": term.value}
    if term.datatype is not None:
        out["datatype"] = term.datatype
    if term.language is not None:
        out["xml:lang"] = term.language
    return out


def _xml(answer: Table | bool) -> str:
    from kg.query import results_xml  # noqa: PLC0415 - the XML of the standard library loads half of its network code

    return results_xml.written(answer)


def _truth_json(answer: bool) -> str:
    return json.dumps({"head": {}, "boolean": answer}) + "\n"


def _triples(answer: Iterable[Triple], form: str) -> str:
    if form not in _RDF:
        raise InputError(f"triples cannot be written as {form}.", hint=f"Choose one of {', '.join(_RDF)}.")
    found = (pyoxigraph.Triple(*(node(part) for part in triple)) for triple in answer)  # type: ignore[arg-type]
    data = pyoxigraph.serialize(found, format=_RDF[form], prefixes=PREFIXES)
    return (data or b"").decode("utf-8")
