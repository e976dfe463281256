import base64
import json
import struct
import zlib

from kg.view.desk.packing import ALIGNED, Block


def unpacked(text: str) -> tuple[dict[str, object], bytes]:
    raw = zlib.decompress(base64.b64decode(text))
    (length,) = struct.unpack("<I", raw[:4])
    return json.loads(raw[4 : 4 + length]), raw[-(-(4 + length) // ALIGNED) * ALIGNED :]


def test_columns_start_where_the_header_says() -> None:
    block = Block({"drawn": 3})
    block.numbers("kind", "u1", [1, 2, 3])
    block.numbers("x", "i4", [-5, 70000])
    header, body = unpacked(block.packed())
    assert header["values"] == {"drawn": 3}
    assert header["columns"] == {"kind": ["u1", 0, 3], "x": ["i4", 8, 2]}
    assert body[:3] == bytes([1, 2, 3])
    assert struct.unpack("<2i", body[8:16]) == (-5, 70000)


def test_texts_are_utf8_one_after_the_other() -> None:
    block = Block()
    block.texts("name", ["é", "", "ß\ud800"])
    header, body = unpacked(block.packed())
    assert header["columns"] == {"name": ["utf8", 16, 3], "name.at": ["u4", 0, 4]}
    assert struct.unpack("<4I", body[:16]) == (0, 2, 2, 5)
    assert body[16:21].decode("utf-8") == "éß?"


def test_lists_say_where_each_starts() -> None:
    block = Block()
    block.lists("tie", "u4", [[4, 5], [], [6]])
    _, body = unpacked(block.packed())
    assert struct.unpack("<4I", body[:16]) == (0, 2, 2, 3)
    assert struct.unpack("<3I", body[16:28]) == (4, 5, 6)


def test_same_columns_give_the_same_text() -> None:
    def made() -> str:
        block = Block()
        block.texts("name", ["a", "b"])
        return block.packed()

    assert made() == made()
