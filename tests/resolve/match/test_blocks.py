"""Candidates: few, and those that matter."""

from kg.resolve.match.blocks import LARGEST, form_pairs, pairs_within
from kg.resolve.match.forms import Form, Reader

READER = Reader({})


def test_names_that_differ_in_a_word_meet() -> None:
    forms = [
        READER.form(name) for name in ("Musée Rosenkranz de Metz", "Musée Rosenkrans de Metz", "Théâtre de Trèves")
    ]
    assert list(form_pairs(forms)) == [(0, 1)]


def test_a_short_name_with_a_slip_meets_by_its_beginning() -> None:
    forms = [READER.form("Verein Rosenkranz"), READER.form("Verein Rosenkrantz")]
    assert list(form_pairs(forms)) == [(0, 1)]


def test_pairs_grow_with_the_names_and_not_with_their_square() -> None:
    counts = []
    for number in (1_000, 10_000):
        forms = [Form((f"k:{at % 10}", f"n:word{at % 997}", f"n:word{at}x")) for at in range(number)]
        counts.append(sum(1 for _ in form_pairs(forms)))
    assert counts[1] <= 13 * max(counts[0], number)


def test_a_block_of_too_many_says_nothing() -> None:
    forms = [Form(("k:museum", f"n:{chr(97 + at % 26)}{at}", "p:metz")) for at in range(5 * LARGEST)]
    assert len(list(form_pairs(forms))) == 0


def test_each_pair_comes_once() -> None:
    assert list(pairs_within([[1, 2], [2, 1], [1, 2, 3]])) == [(1, 2), (2, 1), (1, 3), (2, 3)]
