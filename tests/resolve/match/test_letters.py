"""Slips of the pen in names that the word lists do not know."""

from kg.resolve.match.letters import alike_letters, closeness, respelt


def test_a_slip_is_found_with_its_words() -> None:
    found = alike_letters(["Saarbrüken"], ["Sarrebruck", "Saarbrücken"])
    assert found is not None
    assert found.feature == "near_name"
    assert "'saarbruken' and 'saarbrucken'" in found.words


def test_short_and_unlike_names_are_not_alike() -> None:
    assert alike_letters(["Ahn"], ["Aha"]) is None
    assert alike_letters(["Bordeaux"], ["Metz", "Trier"]) is None
    assert alike_letters([], ["Metz"]) is None


def test_umlauts_written_out_are_spelt_as_the_other_name() -> None:
    assert respelt("SAARBRUECKEN", ["Sarrebruck", "Saarbrücken"]) == "Saarbrücken"
    assert respelt("Saarlouis", ["Saarbrücken"]) == "Saarlouis"


def test_the_closest_names_count() -> None:
    assert closeness(["Nanrenoth"], ["Nanrenroth", "Almont"]) > closeness(["Nanrenoth"], ["Nanberhofen"]) > 0
    assert closeness(["Nanrenoth"], ["Ahn"]) == 0.0
