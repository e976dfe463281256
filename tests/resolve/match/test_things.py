"""What speaks for and against two bodies being one."""

import pytest

from kg.resolve.match.forms import Reader
from kg.resolve.match.things import Thing, differ, likeness, thing_findings
from kg.resolve.match.weights import weights_of

READER = Reader({})


def thing(*names: str, page: str = "a", size: int = 1) -> Thing:
    return Thing(names=names, forms=tuple(READER.form(name) for name in names), pages=frozenset((page,)), size=size)


@pytest.mark.parametrize(
    ("one", "other", "common", "features"),
    [
        ("Université de Liège", "Universität Lüttich", 0, {"same_meaning"}),
        ("Parlement de Wallonie", "Parlement des jeunes de Wallonie", 0, {"alike_name"}),
        ("Musée de Metz", "Théâtre de Metz", 0, {"alike_name", "kinds_differ"} - {"alike_name"}),
        ("Musée de Metz", "Musée de Trèves", 0, {"places_differ"}),
        ("Parlement de Wallonie", "Parlement des jeunes de Wallonie", 4, {"alike_name", "common_pages"}),
        ("Verein Rosenkranzer", "Verein Rosenkranzner", 0, {"near_name"}),
    ],
)
def test_findings(one: str, other: str, common: int, features: set[str]) -> None:
    found = thing_findings(thing(one), thing(other, page="b"), common)
    assert {finding.feature for finding in found} == features
    assert all(finding.words for finding in found)


def test_a_page_that_names_both_speaks_against() -> None:
    found = thing_findings(thing("Verein Rosenkranzer"), thing("Verein Rosenkranzner"), 0)
    assert "one_page" in {finding.feature for finding in found}
    assert weights_of("things").score(found) < weights_of("things").same


def test_two_usual_spellings_are_no_slip() -> None:
    left, right = thing("Verein Rosenkranzer", size=10), thing("Verein Rosenkranzner", page="b", size=8)
    found = thing_findings(left, right, 0)
    assert "both_usual" in {finding.feature for finding in found}
    assert weights_of("things").score(found) < weights_of("things").ask


def test_likeness_is_symmetric_and_bounded() -> None:
    names = ["Université de Liège", "Musée de Metz", "Verein Rosenkranzer", "Rosenkranzner Verein e.V.", "Vorstand"]
    for one in names:
        assert likeness(READER.form(one), READER.form(one)) == (1.0, 0)
        for other in names:
            share, slips = likeness(READER.form(one), READER.form(other))
            assert 0 <= share <= 1
            assert (share, slips) == likeness(READER.form(other), READER.form(one))


def test_names_under_one_acronym_can_still_differ() -> None:
    assert differ(READER.form("Conseil municipal de Metz"), READER.form("Conseil municipal de Trèves"))
    assert not differ(READER.form("Institut transfrontalier de Metz"), READER.form("Institut de Metz"))


def test_a_word_more_is_a_question_whatever_the_pages_have_in_common() -> None:
    found = thing_findings(thing("Parlement de Wallonie"), thing("Parlement des jeunes de Wallonie", page="b"), 9)
    weights = weights_of("things")
    assert weights.ask <= weights.score(found) < weights.same
