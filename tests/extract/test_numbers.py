"""The numbers of a text by what they may be in a date, each with the words right before it."""

from kg.extract.numbers import places


def test_days_and_years_are_told_apart_by_their_digits() -> None:
    found = places("le jeudi 11 juillet 2019, page 123, x5 und am 12.")
    assert [number for number, _ in found[True]] == [20]
    assert [before.split()[-1:] for _, before in found[False]] == [["jeudi"], [], ["am"]]
