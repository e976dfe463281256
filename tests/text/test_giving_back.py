"""What a long page was read with is given back to the system."""

import ctypes

import pytest

from kg.text.giving_back import LONG, give_back


class _Library:
    """A C library that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def malloc_trim(self, kept: int) -> int:
        self.asked.append(kept)
        return 1


@pytest.mark.parametrize(("length", "asked"), [(LONG - 1, []), (LONG, [0])])
def test_only_a_long_page_has_much_to_give_back(monkeypatch: pytest.MonkeyPatch, length: int, asked: list[int]) -> None:
    library = _Library()
    monkeypatch.setattr(ctypes, "pythonapi", library)
    give_back(length)
    assert library.asked == asked


def test_a_library_that_cannot_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "pythonapi", object())
    give_back(LONG)
    assert not hasattr(ctypes.pythonapi, "malloc_trim")
