"""What stands within an item of a programme: items in its hour, and the prose of a report under it."""

from collections.abc import Callable

from kg.model import Record, Role

Read = Callable[[str], Record]

STRANDS = """Harbour Forum 2025
Gothenburg, 4 June 2025

14:00-15:30   PARALLEL STRANDS

   Strand A - Clean quays
       14:00  Shore power for ferries
              Anna Berg, Port of Malmo
       14:45  Reeds and dredging
              Dr Tom Byrne, Lund University

   Strand B - People
       14:00  Commuting by boat
              Mary Hill, Halden Council

16:00         Coffee
"""

REPORT = """Tide project starts in Moville

The partners met in Moville on Wednesday 14 January 2026.

10.30  Welcome
       Mary Hill, Chair of Donegal County Council, opened the meeting.

10.50  What the funder expects
       Tom Byrne, Programme Manager at the Border Agency, went through the dates.

11.15  Tea and coffee
"""


def test_times_within_a_session_are_talks_of_its_strands(read: Read) -> None:
    events = {e.title: e for e in read(STRANDS).events}
    names = {e.id: e.title for e in events.values()}
    assert names[events["Shore power for ferries"].part_of or ""] == "Strand A - Clean quays"
    assert names[events["Reeds and dredging"].part_of or ""] == "Strand A - Clean quays"
    assert names[events["Commuting by boat"].part_of or ""] == "Strand B - People"
    assert names[events["Strand B - People"].part_of or ""] == "PARALLEL STRANDS"
    assert names[events["Coffee"].part_of or ""] == "Harbour Forum 2025"


def test_prose_under_an_item_is_of_the_item(read: Read) -> None:
    record = read(REPORT)
    titles = {e.id: e.title for e in record.events}
    assert {(p.agent, titles[p.event]) for p in record.participations if p.role is Role.SPEAKER} == {
        ("Mary Hill", "Welcome"),
        ("Tom Byrne", "What the funder expects"),
    }
