"""What stands behind the last word of a press notice."""

from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]

NOTICE = "The harbour conference took place in Derry on 5 May 2023. Anna Weber spoke about ferries and tides.\n\n"
BEHIND = "The conference was organised by the Moor Trust. Jane Hill presented the figures of last year."


@pytest.mark.parametrize(
    "line", ["ENDS", "Notes to editors:", "About the Moor Trust", "Hinweis an die Redaktion", "Note aux rédactions :"]
)
def test_behind_the_notice_nobody_takes_part(read: Read, line: str) -> None:
    assert [p.agent for p in read(f"{NOTICE}{line}\n\n{BEHIND}").participations] == ["Anna Weber"]


def test_other_lines_end_no_notice(read: Read) -> None:
    told = {p.agent for p in read(f"{NOTICE}Thanks to all\n\n{BEHIND}").participations}
    assert told == {"Anna Weber", "Moor Trust", "Jane Hill"}
