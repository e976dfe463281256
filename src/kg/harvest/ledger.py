"""What a folder of records already holds: which page each record was made from, and by which kg.

One line a record is added to `.kg-extract.jsonl` after the record is written, so a run that was killed goes on where
it was. A half-written last line is passed over.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg import assets, jsonl
from kg.errors import KgError
from kg.files import cannot_write
from kg.source.listing import listing

NAME = ".kg-extract.jsonl"

_CODE = ("extract", "source", "text", "records", "model")
_LISTS = ("data/lexicon", "ontology")


@dataclass(slots=True)
class Ledger:
    """The entries of one folder."""

    folder: Path
    form: str = "json"
    _states: dict[str, str] = field(default_factory=dict)
    _maker: str = ""

    @staticmethod
    def of(folder: Path, form: str, extra: Sequence[str] = ()) -> "Ledger":
        """Read the entries of a folder; those of another kg, or of other extractors beside it, do not count."""
        ledger = Ledger(folder, form, _maker="+".join((maker(), *extra)))
        path = folder / NAME
        for line in path.read_bytes().splitlines() if path.is_file() else ():
            entry = _entry(line)
            if entry.get("kg") == ledger._maker:
                ledger._states[str(entry.get("record"))] = str(entry.get("page"))
        return ledger

    def record(self, name: str) -> Path:
        """The file of a record."""
        return self.folder / f"{name}.{self.form}"

    def holds(self, name: str, state: str) -> bool:
        """Whether the record of this name is there and was made from the page as it is."""
        return self._states.get(self._key(name)) == state and self.record(name).is_file()

    def note(self, name: str, state: str) -> None:
        """Remember a record that has been written.

        Raises:
            InputError: the folder cannot be written to.
        """
        path = self.folder / NAME
        entry = {"kg": self._maker, "page": state, "record": self._key(name)}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(("" if file.tell() == 0 or _ends_line(path) else "\n") + jsonl.line(entry) + "\n")
        except OSError as error:
            raise cannot_write(path, error) from error
        self._states[self._key(name)] = state

    def _key(self, name: str) -> str:
        return self.record(name).name


def _ends_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) == b"\n"


def _entry(line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def state_of(path: Path) -> str:
    """The checksum of a page and of what sources.yaml says of it; "" where it cannot be read."""
    try:
        known = repr(listing(path))
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except (OSError, ValueError, KgError):
        return ""
    digest.update(known.encode("utf-8"))
    return digest.hexdigest()


def maker() -> str:
    """The checksum of the rules and word lists that make records: another one, and all are made again."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parents[1]
    code = (file for part in _CODE for file in (package / part).rglob("*.py"))
    lists = (file for part in _LISTS for file in assets.path(part).rglob("*") if file.is_file())
    for file in sorted((*code, *lists)):
        digest.update(f"{file.name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
