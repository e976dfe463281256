"""Columns of numbers and texts as one compressed block, which the page inflates into typed arrays without parsing.

A block is: the length of a JSON header in four bytes, the header, and the columns one after the other, each starting
at a multiple of eight. The header holds plain values under `values`, and of each column under `columns` its type,
where it starts and how many items it has. All numbers are little-endian. `page/block.js` reads it.
"""

import base64
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kg import jsonl

if TYPE_CHECKING:
    import numpy

ALIGNED: Final = 8
LEVEL: Final = 6


class Block:
    """Gathers columns and packs them.

    Args:
        values: plain JSON values for the header.
    """

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self._values = dict(values or {})
        self._columns: dict[str, tuple[str, int, int]] = {}
        self._body = bytearray()

    def numbers(self, name: str, kind: str, items: "Iterable[int] | numpy.typing.NDArray[Any]") -> None:
        """Add a column of numbers.

        Args:
            name: its name.
            kind: `u1`, `u2`, `u4`, `i4` or `f4`.
            items: the numbers.
        """
        import numpy as np  # noqa: PLC0415 - slow to load

        array = np.asarray(items if isinstance(items, np.ndarray) else list(items)).astype(f"<{kind}")
        self._add(name, kind, array.tobytes(), len(array))

    def lists(self, name: str, kind: str, items: Sequence[Sequence[int]]) -> None:
        """Add a column whose items are lists: `NAME.at` says where each starts in `NAME`, and where the last ends."""
        self.numbers(f"{name}.at", "u4", _starts(map(len, items)))
        self.numbers(name, kind, [number for one in items for number in one])

    def texts(self, name: str, items: Iterable[str]) -> None:
        """Add a column of texts, kept as UTF-8 and read when they are asked for."""
        encoded = [item.encode("utf-8", "replace") for item in items]
        self.numbers(f"{name}.at", "u4", _starts(map(len, encoded)))
        self._add(name, "utf8", b"".join(encoded), len(encoded))

    def packed(self) -> str:
        """The block, compressed, in characters that can stand in HTML."""
        header = jsonl.line({"values": self._values, "columns": self._columns}).encode("utf-8")
        head = len(header).to_bytes(4, "little") + header
        head += bytes(-len(head) % ALIGNED)
        return base64.b64encode(zlib.compress(head + bytes(self._body), LEVEL)).decode("ascii")

    def _add(self, name: str, kind: str, content: bytes, count: int) -> None:
        self._columns[name] = (kind, len(self._body), count)
        self._body += content + bytes(-len(content) % ALIGNED)


def _starts(lengths: Iterable[int]) -> list[int]:
    starts = [0]
    for length in lengths:
        starts.append(starts[-1] + length)
    return starts
