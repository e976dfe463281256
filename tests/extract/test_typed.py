"""Tables typed with spaces on the page of a board. The pages are written for these tests."""

from collections.abc import Callable

from tests.extract.conftest import document_of

from kg.extract import lines, typed
from kg.model import BlockKind, Record

Read = Callable[[str], Record]

BOARD = """TORRIN HARBOUR ALLIANCE (THA)

OFFICERS

  Chairperson      Cllr Anna Weber      Newry, Mourne and Down District
                                        Council
  Hon. Secretary   Ald. Paul Moore MBE  Sligo County Council
  Treasurer        Jane Hill            Mayo County Council

OTHER BOARD MEMBERS

  Cllr Paul Roux       Mayo County Council (Cathaoirleach of the Municipal
                       District of Torrin)
  Dr Mary Stone        Moor Trust, Director of Studies

STAFF

  Ann Klein      Project Officer (Water)
  vacant         Office Manager

FORMER CHAIRPERSONS

  2021-22   Ald. Joyce Brown
  2019/20   Sean Miller
"""
PROGRAMME = "Border Day\n\n10.00    Opening    Anna Weber\n10.30    Lecture    Jane Hill\n"
ELECTED = "MINUTES\n\nThe Council elected:\n\n    President         Anna Weber\n    Vice-President    Jane Hill\n"
PRESENT = "MINUTES\n\nPresent\n    Anna Weber    Mayor of Sligo\n    Jane Hill     Moor Trust\n"
LABELS = "Board of the Moor Trust\n\nVenue:    Town Hall\nChair:    Anna Weber\n"


def rows(text: str) -> list[str]:
    read = typed.tables(text, lines.read(document_of(text, "en")), minutes=text.startswith("MINUTES"))
    return [" ".join(text[line.start : line.end].split()) for line in read if line.kind is BlockKind.ROW]


def test_rows_are_cut_at_their_columns_and_a_cell_goes_on_below() -> None:
    assert rows(BOARD)[:6] == [
        "Chairperson",
        "Cllr Anna Weber",
        "Newry, Mourne and Down District Council",
        "Hon. Secretary",
        "Ald. Paul Moore MBE",
        "Sligo County Council",
    ]


def test_programme_and_labels_are_no_table() -> None:
    assert rows(PROGRAMME) == rows(LABELS) == []


def test_in_minutes_a_list_of_offices_is_a_table() -> None:
    assert rows(ELECTED) == ["President", "Anna Weber", "Vice-President", "Jane Hill"]
    assert rows(PRESENT) == []


def test_typed_board_gives_its_offices(read: Read) -> None:
    held = {(p.person, p.position, p.organization, p.start, p.end) for p in read(BOARD).positions}
    board = "Torrin Harbour Alliance"
    assert {
        ("Anna Weber", "Chairperson", board, None, None),
        ("Paul Moore", "Hon. Secretary", board, None, None),
        ("Jane Hill", "Treasurer", board, None, None),
        ("Paul Roux", "BOARD MEMBER", board, None, None),
        ("Paul Roux", "Cathaoirleach", "Municipal District of Torrin", None, None),
        ("Mary Stone", "Director of Studies", "Moor Trust", None, None),
        ("Ann Klein", "Project Officer", "Water", None, None),
        ("Joyce Brown", "CHAIRPERSON", board, "2021", "2022"),
        ("Sean Miller", "CHAIRPERSON", board, "2019", "2020"),
    } <= held


def test_letters_in_brackets_show_the_body_that_they_begin(read: Read) -> None:
    (board,) = (m for m in read(BOARD).mentions if "THA" in m.aliases)
    assert board.name == "Torrin Harbour Alliance"


def test_letters_of_an_event_show_no_body(read: Read) -> None:
    names = {
        m.name for m in read("Anna Weber spoke about the Annual General Meeting (AGM) and the Fish Bank (FB).").mentions
    }
    assert names.isdisjoint(("Annual General Meeting", "AGM"))


def test_all_names_of_a_cell_are_members_and_no_chair_of_the_next_meeting(read: Read) -> None:
    record = read(
        "TORRIN HARBOUR ALLIANCE (THA)\n\nBoard\n\nChair        Anna Weber    Mayo County Council\n"
        "Vice Chair   Luc Petit     Sligo County Council\n\nMembers\n\n"
        "Mayo County Council     Cllr Jane Hill, Cllr Paul Moore\nSligo County Council    Cllr Mary Stone\n\n"
        "The next meeting is on 20 June 2024 in Derry.\n"
    )
    members = {p.person for p in record.positions if p.position == "Member"}
    assert members == {"Jane Hill", "Paul Moore", "Mary Stone"}
    assert record.participations == ()
