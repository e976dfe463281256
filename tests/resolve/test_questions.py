"""What is asked, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve import side_of, work

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker


def test_a_likely_merge_of_what_many_pages_name_comes_first(make: Maker) -> None:
    pages = [make.record(document, "P: Anna Wunderlich", "O: Kammer Saar") for document in "ab"]
    pages += [
        make.record(document, "P: Karl Zwilling", "O: Verein Eins", "! Karl Zwilling | Leiter | Verein Eins")
        for document in "cdef"
    ]
    pages.append(make.record("g", "P: Karl Zwilling"))
    questions = work(pages, {}, ()).questions
    assert [question.use for question in questions] == sorted((q.use for q in questions), reverse=True)
    assert str(getattr(questions[0].left, "name", "")) == "Karl Zwilling"
    assert questions[0].weight == 4


def test_what_cannot_be_one_is_not_asked(make: Maker) -> None:
    pages = [
        make.record("a", "P: Anna Wunderlich", "T: Metz", "! Anna Wunderlich | maire | Metz"),
        make.record("b", "P: Anna Wunderlich", "T: Nancy", "! Anna Wunderlich | maire | Nancy"),
    ]
    assert work(pages, {}, ()).questions == ()


def test_what_was_answered_is_not_asked_whoever_else_is_the_same(make: Maker) -> None:
    pages = [make.record(document, "P: Anna Wunderlich") for document in "abc"]
    a, b, c = (make.key(document, "P", "Anna Wunderlich") for document in "abc")
    decisions = [make.decision(a, "same", b), make.decision(b, "unsure", c)]
    assert work(pages, {}, decisions).questions == ()


def test_a_side_shows_pages_words_and_offices(make: Maker) -> None:
    pages = [
        make.record(
            document, "P: Anna Wunderlich = Frau W.", "O: Kammer Saar", "! Anna Wunderlich | Leiterin | Kammer Saar"
        )
        for document in "abcde"
    ]
    worked = work(pages, {}, ())
    side = side_of(make.key("a", "P", "Anna Wunderlich"), worked, {})
    assert side.title == "Anna Wunderlich"
    assert "also: Frau W." in side.lines
    assert "– Leiterin, Kammer Saar" in side.lines
    assert any(line.startswith("[a]") for line in side.lines)
    assert any("Anna Wunderlich" in line and line.startswith("“…") for line in side.lines)
    assert side.lines[-1] == "and on 2 more pages"


def test_a_side_that_is_known_shows_its_entry(make: Maker) -> None:
    entry = make.entry("organisation-igr", "Institut de la Grande Région", acronyms=("IGR",))
    authority = {entry.id: entry}
    worked = work([make.record("a", "O: IGR")], authority, ())
    side = side_of("organisation-igr", worked, authority)
    assert side.title == "Institut de la Grande Région"
    assert side.lines[0] == "organisation-igr: Institut de la Grande Région"
    assert "[a] (no date)" in side.lines
