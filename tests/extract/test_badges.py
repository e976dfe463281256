"""Days set as badges: each beside what happens on it, however the page cuts it into rows."""

from collections.abc import Callable

import pytest

from kg.model import Record

Html = Callable[[str], Record]
BADGES = [
    "<div>Dienstag<br><b>5</b><br>November</div>",
    "<div><div>05</div><div>Nov</div></div>",
    "<div><span>05</span><span>Nov</span></div>",
]


@pytest.mark.parametrize("badge", BADGES)
def test_a_badge_is_the_day_of_what_stands_beside_it(html: Html, badge: str) -> None:
    other = badge.replace("5", "7").replace("Dienstag", "Donnerstag")
    record = html(
        "<html lang='de'><body><main><h1>Veranstaltungen 2024</h1>"
        f"<div>{badge}<h3>Forum der Grenzpendler</h3><p>14:00 – 17:30 Uhr, Rathaus Saarlouis</p></div>"
        f"<div>{other}<h3>Tag der Nachbarn</h3><p>10:00 Uhr, Stadthalle Forbach</p></div></main></body></html>"
    )
    assert [(e.title, e.start) for e in record.events] == [
        ("Forum der Grenzpendler", "2024-11-05T14:00"),
        ("Tag der Nachbarn", "2024-11-07T10:00"),
    ]


def test_years_one_under_the_other_are_no_day(html: Html) -> None:
    record = html("<html lang='de'><body><main><h1>Vorsitz</h1><p>2019</p><p>2020</p><p>2021</p></main></body></html>")
    assert record.events == ()
