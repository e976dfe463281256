from collections.abc import Callable

from kg.model import EntityType, Record

Read = Callable[[str], Record]


def bodies(record: Record) -> list[str]:
    return [m.name for m in record.mentions if m.type is EntityType.ORGANIZATION]


def test_letterhead_in_capitals_names_a_body(read: Read) -> None:
    assert bodies(read("CONSEIL DES RIVES DU RHIN\n\nProcès-verbal\n")) == ["Conseil des Rives du Rhin"]
    assert (
        bodies(read("LOUGH SHORE BORDER NETWORK (LSBN)\n\nMinutes of the meeting\n"))[0] == "Lough Shore Border Network"
    )


def test_heading_in_capitals_is_no_body(read: Read) -> None:
    assert bodies(read("COMPTE RENDU DE LA RÉUNION\n\nPROGRAMME DU FORUM\n\nORDRE DU JOUR\n")) == []
