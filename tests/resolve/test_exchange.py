"""Questions go out as a table and come back as decisions."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from kg.errors import InputError
from kg.model import Judgement
from kg.resolve import from_csv, not_yet, to_csv, work
from kg.resolve.exchange import COLUMNS

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker


def table(make: Maker, **filled: str) -> list[dict[str, str]]:
    pages = [make.record("a", "P: @Anna Wunderlich"), make.record("b", "P: @Anna Wunderlich")]
    pages += [make.record(document, "P: Karl Thal", "! Karl Thal | Leiter |") for document in "cd"]
    worked = work(pages, {}, ())
    rows = list(csv.DictReader(io.StringIO(to_csv(worked.questions, worked, {}), newline="")))
    return [row | filled for row in rows]


def written(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def test_the_columns_and_the_evidence(make: Maker) -> None:
    rows = table(make)
    assert tuple(rows[0]) == COLUMNS
    thal = next(row for row in rows if row["left_name"] == "Karl Thal")
    assert (thal["judgement"], thal["left_document"], thal["right_document"]) == ("", "c", "d")
    assert "the full name is the same" in thal["findings"]
    assert "[c]" in thal["left_evidence"]
    assert "Leiter" in thal["left_evidence"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_answers_come_back(make: Maker, delimiter: str) -> None:
    rows = table(make)
    rows[0] |= {"judgement": "Same", "reason": "=one; photograph", "by": "D. E."}
    rows[1] |= {"judgement": "unsure"}
    text = "\ufeff" + written(rows, delimiter)
    first, second = from_csv(text, "t.csv", "C. H.", "2024-05-06")
    assert (first.judgement, first.by, first.on, first.reason) == (
        Judgement.SAME,
        "D. E.",
        "2024-05-06",
        "=one; photograph",
    )
    assert (second.judgement, second.by) == (Judgement.UNSURE, "C. H.")


def test_a_name_that_looks_like_a_formula_is_made_safe_and_read_back(make: Maker) -> None:
    rows = table(make, judgement="same")
    sly = next(row for row in rows if "Anna" in row["left_name"])
    assert sly["left_name"].startswith("'@")
    [decision] = [one for one in from_csv(written(rows), "t", "x", "2024-05-06") if "Anna" in str(one.left)]
    assert str(getattr(decision.left, "name", "")) == "@Anna Wunderlich"


def test_all_faults_are_named_and_nothing_is_taken_over(make: Maker) -> None:
    rows = table(make)
    rows[0] |= {"judgement": "perhaps"}
    rows[1] |= {"judgement": "same", "left_type": "Town"}
    with pytest.raises(InputError) as caught:
        from_csv(written(rows), "t.csv", "x", "2024-05-06")
    assert "row 2: unknown judgement 'perhaps'" in caught.value.message
    assert "row 3: the left side" in caught.value.message
    assert "\n" not in caught.value.message


def test_a_table_without_its_columns() -> None:
    with pytest.raises(InputError, match="no column judgement, left_document"):
        from_csv("a,b\n1,2\n", "t.csv", "x", "2024-05-06")


def test_what_was_answered_is_not_answered_again(make: Maker) -> None:
    rows = table(make, judgement="same")
    answers = from_csv(written(rows), "t", "x", "2024-05-06")
    assert not_yet([*answers, *answers], []) == answers
    assert not_yet(answers, answers) == []
