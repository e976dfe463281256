"""CSV tables in a zip: for pandas, R and spreadsheets."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

from kg.export.columns import SHEETS, Column, Sheet, Show
from kg.export.facts import LANGUAGES, Facts
from kg.export.statements import Triple, by_subject, is_literal, value

SEPARATOR: Final = " | "
"""Between several values in one cell."""

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""A zip knows no earlier date; a fixed one makes two exports of one graph the same bytes."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def archive(triples: Iterable[Triple]) -> bytes:
    """The zip with all tables and a README.txt that says what each column means."""
    facts = Facts(by_subject(triples))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        _pack(packed, "README.txt", "\n".join(_guide()) + "\n")
        for sheet in SHEETS:
            _pack(packed, f"{sheet.name}.csv", _table(sheet, facts))
    return buffer.getvalue()


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """One table of texts, each cell safe in a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    writer.writerows([cell(text) for text in row] for row in rows)
    return buffer.getvalue()


def cell(text: str) -> str:
    """A text as it is safe in a spreadsheet: no control characters, and `'` before what looks like a formula."""
    clean = _CONTROL.sub("", text)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean


def _pack(packed: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, text.encode("utf-8-sig"))


def _table(sheet: Sheet, facts: Facts) -> str:
    rows = (
        [_cell(column, subject, facts) for column in sheet.columns]
        for subject in facts.of_class(sheet.of)
        if not (sheet.but_not and facts.is_a(subject, sheet.but_not))
    )
    return to_csv((column.name for column in sheet.columns), rows)


def _cell(column: Column, subject: str, facts: Facts) -> str:
    ends = facts.walk(subject, column.path)
    if column.only:
        ends = [term for term in ends if facts.is_a(term, column.only)]
    shown = (_shown(column.show, term, facts) for term in ends)
    return SEPARATOR.join(dict.fromkeys(text for text in shown if text))


def _shown(show: Show, term: str, facts: Facts) -> str:
    if show is Show.NAME:
        return facts.name(term)
    if show.value in LANGUAGES:
        return facts.names(term).get(show.value, "")
    if show is Show.LAST:
        return re.split("[/#]", value(term))[-1]
    return "" if show is Show.IRI and is_literal(term) else value(term)


def _guide() -> Iterator[str]:
    yield "Tables of a knowledge graph of cross-border actors"
    yield ""
    yield "UTF-8 with a byte order mark, comma between cells, quotes around a cell that holds a comma or a line break."
    yield f"Several values in one cell are separated by '{SEPARATOR}'. A cell that would start with = + - @ has a '"
    yield "before it, so that no spreadsheet runs it as a formula; control characters are left out."
    yield "An event is one row, however many sources tell of it; participations and tenures are one row a source."
    for sheet in SHEETS:
        yield ""
        yield f"{sheet.name}.csv: {sheet.meaning}"
        for column in sheet.columns:
            yield f"  {column.name}: {column.meaning}"
