"""Rows and truth values as SPARQL Query Results XML."""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kg.query.terms import Table, Term

_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def written(answer: Table | bool) -> str:
    """The rows, or the truth value, as an XML document."""
    return _truth_xml(answer) if isinstance(answer, bool) else _xml(answer)


def _xml(table: Table) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in table.columns)
    rows = ("".join(_cells(table.columns, row)) for row in table)
    body = "".join(f"\n<result>{row}</result>" for row in rows)
    return f"{_XML}\n<head>{head}</head>\n<results>{body}\n</results>\n</sparql>\n"


def _cells(columns: Iterable[str], row: Iterable[Term | None]) -> Iterable[str]:
    for name, term in zip(columns, row, strict=True):
        if term is not None:
            yield f"<binding name={quoteattr(name)}>{_element(term)}</binding>"


def _element(term: Term) -> str:
    tag = {"iri": "uri", "blank": "bnode"}.get(term.kind, "literal")
    datatype = "" if term.datatype is None else f" datatype={quoteattr(term.datatype)}"
    language = "" if term.language is None else f" xml:lang={quoteattr(term.language)}"
    return f"<{tag}{datatype}{language}>{escape(term.value)}</{tag}>"


def _truth_xml(answer: bool) -> str:
    return f"{_XML}\n<head/>\n<boolean>{str(answer).lower()}</boolean>\n</sparql>\n"
