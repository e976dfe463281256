"""Every quote compared, character by character, with the stored text that it is taken from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.check.finding import Finding
from kg.check.phrases import phrase
from kg.model import Severity
from kg.query import Engine, Table
from kg.text.normal import sha256

SHOWN: Final = 60
"""How many characters of a quote a finding shows."""

QUOTES: Final = """
SELECT DISTINCT ?evidence ?text ?sha256 ?start ?end ?exact WHERE {
  ?evidence a kg:Evidence ; oa:hasSource ?text ; oa:hasSelector ?position , ?quote .
  ?text kg:sha256 ?sha256 .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact .
}
ORDER BY ?text ?evidence ?start ?end ?exact
"""


class Texts:
    """The stored texts of a build, read once each."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._read: dict[str, str | Finding] = {}

    def get(self, node: str, checksum: str) -> str | Finding:
        """The text with this checksum, or what is wrong with its file."""
        if checksum not in self._read:
            self._read[checksum] = self._load(node, checksum)
        return self._read[checksum]

    def _load(self, node: str, checksum: str) -> str | Finding:
        path = self._folder / f"{checksum}.txt"
        try:
            text = path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return self._wrong("text-missing", node, path, "")
        except (OSError, UnicodeDecodeError) as error:
            return self._wrong("text-unreadable", node, path, str(error))
        return text if sha256(text) == checksum else self._wrong("text-changed", node, path, sha256(text))

    def _wrong(self, what: str, node: str, path: Path, value: str) -> Finding:
        return Finding(
            severity=Severity.ERROR,
            check="quote",
            node=node,
            value=value or path.name,
            problem=phrase(self._language, what, path=path),
            solution=phrase(self._language, "rebuild"),
        )


def found_in_quotes(engine: Engine, folder: Path, language: str) -> Iterator[Finding]:
    """A finding for each quote that is not what stands in its text, and for each text that cannot be had."""
    texts = Texts(folder, language)
    told: set[Finding] = set()
    for evidence, node, checksum, start, end, exact in _rows(engine.select(QUOTES)):
        text = texts.get(node, checksum)
        if isinstance(text, Finding):
            if text not in told:
                told.add(text)
                yield text
            continue
        there = text[int(start) : int(end)]
        if there != exact:
            yield Finding(
                severity=Severity.ERROR,
                check="quote",
                node=evidence,
                value=exact,
                problem=phrase(
                    language, "quote-differs", start=start, end=end, there=shortened(there), exact=shortened(exact)
                ),
                solution=phrase(language, "rebuild"),
            )


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    for row in table:
        yield tuple("" if cell is None else cell.value for cell in row)


def shortened(text: str) -> str:
    """A text on one line, cut to what a reader takes in at once."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
