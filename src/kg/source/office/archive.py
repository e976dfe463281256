"""The parts of an office document: a zip that is not trusted."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from kg.errors import SourceError
from kg.source.raw import Raw

MOST_UNPACKED = 64 * 1024 * 1024
"""The text of a long book as XML is a tenth of this."""
RATIO = 200
"""Text packs to a tenth; what packs to less than a two-hundredth is made to fill the memory."""
_SMALL = 1024 * 1024
_MOST_PARTS = 10_000
_ENCRYPTED = 1
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_AGAIN = "Open it in an office program and save it again."


class Archive:
    """An office document, opened; each part is unpacked when it is asked for, and never beyond its bounds."""

    def __init__(self, raw: Raw) -> None:
        self._path = raw.path
        with self._told():
            self._zip = zipfile.ZipFile(io.BytesIO(raw.data))
            if len(self._zip.infolist()) > _MOST_PARTS:
                raise SourceError(f"{raw.path} holds more than {_MOST_PARTS} files; it is no document.", hint=_AGAIN)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._zip.NameToInfo

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            SourceError: there is no such part, it is damaged or locked, or it unpacks to more than a document holds.
        """
        with self._told():
            if not self.has(name):
                raise SourceError(f"{self._path} is no document of its kind: it holds no {name}.", hint=_AGAIN)
            info = self._zip.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise SourceError(f"{self._path} is locked.", hint="Save it without a password.")
            self._refuse_bomb(name, info.file_size, info.compress_size)
            with self._zip.open(info) as file:
                data = file.read(MOST_UNPACKED + 1)
            self._refuse_bomb(name, len(data), info.compress_size)
            return data

    def tree(self, name: str) -> etree._Element:
        """A part as XML, without entities, document type or network.

        Raises:
            SourceError: as `part` does, and where it is no XML or declares a document type.
        """
        data = self.part(name)
        if any(mark in data for mark in _DOCTYPES):
            raise SourceError(f"{self._path}: {name} declares a document type; a document has none.", hint=_AGAIN)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            tree = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise SourceError(f"{self._path}: {name} cannot be read: {error}.", hint=_AGAIN) from error
        if tree is None or tree.getroottree().docinfo.internalDTD is not None:
            raise SourceError(f"{self._path}: {name} declares a document type or nothing at all.", hint=_AGAIN)
        return tree

    def _refuse_bomb(self, name: str, size: int, packed: int) -> None:
        if size > MOST_UNPACKED or (size > _SMALL and size > RATIO * max(packed, 1)):
            raise SourceError(
                f"{self._path}: {name} unpacks from {packed} to {size} bytes or more; no document does.", hint=_AGAIN
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        with _told(self._path):
            yield


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (
        *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError),
        *(OSError, KeyError, UnicodeError, OverflowError, MemoryError, IndexError),
    ) as error:
        raise SourceError(f"{path} is damaged or no office document: {error}.", hint=_AGAIN) from error
