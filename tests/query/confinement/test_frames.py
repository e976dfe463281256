"""Frames on their way: few and large ones, whole, and none that waits long."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kg.query.confinement import frames


@contextmanager
def pipe() -> Iterator[tuple[int, frames.Writer]]:
    read, write = os.pipe()
    try:
        yield read, frames.Writer(write)
    finally:
        os.close(read)
        os.close(write)


def arrived(handle: int) -> list[tuple[bytes, bytes]]:
    """The frames that stand in the pipe."""
    rest, found = os.read(handle, 1 << 16), []
    while rest:
        mark, length = frames.HEAD.unpack_from(rest)
        found.append((mark, rest[frames.HEAD.size : frames.HEAD.size + length]))
        rest = rest[frames.HEAD.size + length :]
    return found


def test_small_pieces_go_in_one_frame_before_the_mark_that_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_AGE", 60.0)
    with pipe() as (read, out):
        out.put(frames.SOLUTIONS)
        assert [out.write(piece) for piece in (b"a", b"bc", b"")] == [1, 2, 0]
        out.put(frames.END)
        assert arrived(read) == [(frames.SOLUTIONS, b""), (frames.DATA, b"abc"), (frames.END, b"")]


def test_many_bytes_go_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_AGE", 60.0)
    monkeypatch.setattr(frames, "_FULL", 4)
    with pipe() as (read, out):
        out.write(b"abc")
        out.write(b"de")
        assert arrived(read) == [(frames.DATA, b"abcde")]


def test_a_slow_answer_does_not_wait_until_it_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_AGE", -1.0)
    with pipe() as (read, out):
        out.write(b"a")
        assert arrived(read) == [(frames.DATA, b"a")]
