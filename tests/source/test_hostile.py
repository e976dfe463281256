"""Pages made to harm: each is read or refused in one line, within a bound on time and memory."""

import io
import os
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from kg.errors import SourceError
from kg.model import Document
from kg.source import read
from kg.source.office.archive import MOST_UNPACKED

Reading = Callable[[str, bytes], Document]

SECONDS = 10
"""A fifth of it is enough on an idle machine."""

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
PARTS = {".docx": "word/document.xml", ".odt": "content.xml"}


@contextmanager
def soon() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def refused(reading: Reading, name: str, data: bytes, said: str) -> None:
    with soon(), pytest.raises(SourceError, match=said) as caught:
        reading(name, data)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def bomb(name: str, size: int, *, declared: int | None = None) -> bytes:
    """A zip with one part of zeros; its directory may declare another size."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file, file.open(name, "w") as part:
        for _ in range(size // 1_000_000):
            part.write(bytes(1_000_000))
    data = out.getvalue()
    if declared is None:
        return data
    return data.replace(size.to_bytes(4, "little"), declared.to_bytes(4, "little"))


@pytest.mark.parametrize("ending", PARTS)
def test_a_zip_bomb_is_refused_by_its_declared_size(reading: Reading, ending: str) -> None:
    refused(reading, f"a{ending}", bomb(PARTS[ending], 200_000_000), "unpacks from")


@pytest.mark.parametrize("ending", PARTS)
def test_a_zip_bomb_that_lies_about_its_size_is_not_unpacked(reading: Reading, ending: str) -> None:
    data = bomb(PARTS[ending], 200_000_000, declared=1000)
    tracemalloc.start()
    try:
        refused(reading, f"a{ending}", data, "unpacks from|is damaged")
        assert tracemalloc.get_traced_memory()[1] < 3 * MOST_UNPACKED
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("ending", PARTS)
def test_entities_are_not_expanded(reading: Reading, seeds: ModuleType, ending: str) -> None:
    for xml in (f"{LAUGHS}<a>&j;</a>", f'{LAUGHS}<a b="&j;"/>', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'):
        refused(reading, f"a{ending}", seeds.archive({PARTS[ending]: xml}), "declares a document type")
    wide = zipfile.ZipInfo(PARTS[ending])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(wide, f'<?xml version="1.0" encoding="utf-16"?>{LAUGHS}<a>&j;</a>'.encode("utf-16"))
    refused(reading, f"a{ending}", out.getvalue(), "declares a document type")


@pytest.mark.parametrize("ending", [".docx", ".odt", ".pdf", ".eml"])
def test_a_file_cut_anywhere_is_read_or_refused(reading: Reading, seeds: ModuleType, ending: str) -> None:
    data = seeds.FORMATS[ending]()
    with soon():
        for end in range(0, len(data), max(len(data) // 60, 1)):
            try:
                assert reading(f"a{ending}", data[:end]).blocks
            except SourceError as error:
                assert "\n" not in str(error)


def test_xml_nested_too_deep(reading: Reading, seeds: ModuleType) -> None:
    refused(reading, "a.odt", seeds.odt("<text:list>" * 3000 + "</text:list>" * 3000), "cannot be read")


def test_tags_nested_a_thousand_deep(reading: Reading) -> None:
    refused(reading, "a.html", b"<div>" * 1000 + b"text", "nested more than")


@pytest.mark.parametrize("ending", [".html", ".txt", ".md", ".eml"])
def test_a_page_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.touch()
    os.truncate(path, 100 * 1024 * 1024)
    with soon(), pytest.raises(SourceError, match="a page has at most"):
        read(path)


@pytest.mark.parametrize(
    "part", [b"a", b"<p>", b"<div><p>a ", b"<table><tr><td>a", b"&amp;", b"<!--", b"<a href='", b"9h "]
)
def test_ten_megabytes_of_one_thing_are_read_in_bounded_time(reading: Reading, part: bytes) -> None:
    data = b"<html><body><h1>T</h1>" + (part * (10_000_000 // len(part)))
    start = time.process_time()
    try:
        reading("a.html", data)
    except SourceError as error:
        assert "nested" in str(error) or "tags" in str(error)
    assert time.process_time() - start < 60


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"a" + b" " * 300_000 + b"\nb"),
        ("a.txt", b" " * 300_000 + b"b"),
        ("a.txt", b"a" * 300_000 + b"\nb"),
        ("a.md", b"|" + b"\t" * 300_000 + b"x\nb"),
        ("a.md", b"|--" + b" " * 300_000 + b"x\nb"),
        ("a.html", b"<pre>a" + b" " * 300_000 + b"b</pre>"),
        ("a.html", b"<table><tr><td><pre>a" + b" " * 300_000 + b"b</pre></td><td>c</td></tr></table>"),
    ],
)
def test_bait_for_regular_expressions_takes_time_in_proportion(reading: Reading, name: str, data: bytes) -> None:
    with soon():
        assert "b" in reading(name, data).text


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
@pytest.mark.parametrize(
    "data",
    [
        *(
            b"caf&#xD800; noir",
            b"caf\xed\xa0\x80 noir",
            b"caf&#0; noir \x01",
            b"caf\xc3 noir d\xc3\xa9 \xc3\xa0 \xc3\xa9\xc3\xa9",
        ),
        *(b"<meta charset=utf-7>caf+2AA- noir", b"<meta charset=unicode_escape>caf\\ud800 noir \xff"),
        *(
            "caf\u00e9 noir".encode("utf-16-le"),
            "caf\u00e9 noir".encode("utf-16-be"),
            "caf\u00e9 noir".encode("utf-16"),
        ),
    ],
)
def test_whatever_the_bytes_the_text_is_text(reading: Reading, name: str, data: bytes) -> None:
    text = reading(name, data).text
    assert "noir" in text
    assert text.encode("utf-8").decode("utf-8") == text
    assert "\x00" not in text


def test_parts_within_parts_of_a_mail(reading: Reading) -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth) for depth in range(2000))
    refused(reading, "a.eml", deep + b"Content-Type: text/plain\n\ntext\n", "has more than 100 parts")
    letters = b"Content-Type: message/rfc822\n\n" * 5000
    refused(reading, "a.eml", letters + b"Subject: A\n\ntext\n", "parts|cannot be read")


def test_a_mail_with_an_endless_header(reading: Reading) -> None:
    with soon():
        reading("a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 500_000 + b"\nTo: " + b"a@b.c, " * 500_000 + b"\n\ntext\n")


def test_a_pdf_of_too_many_pages(reading: Reading, seeds: ModuleType) -> None:
    refused(reading, "a.pdf", seeds.pdf([[]] * 2001), "has 2001 pages")


def test_a_pdf_that_refers_to_itself(reading: Reading, seeds: ModuleType) -> None:
    data = seeds.pdf().replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    refused(reading, "a.pdf", data, "is empty|is damaged")
