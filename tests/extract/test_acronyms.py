from collections.abc import Callable

from kg.model import EntityType, Record

Read = Callable[[str], Record]


def named(record: Record, kind: EntityType) -> dict[str, tuple[str, ...]]:
    return {m.name: m.aliases for m in record.mentions if m.type is kind}


def test_acronym_of_a_territory(read: Read) -> None:
    record = read("Die Deutschsprachige Gemeinschaft Belgiens (DG) lädt ein. Die DG zahlt.")
    assert named(record, EntityType.TERRITORY) == {"Deutschsprachige Gemeinschaft Belgiens": ("DG",)}


def test_bracket_in_the_same_language_says_where_a_body_belongs(read: Read) -> None:
    record = read("Le laboratoire Lignes (Université de Namur) et la Chambre des métiers (Handwerkskammer) organisent.")
    bodies = named(record, EntityType.ORGANIZATION)
    assert "Université de Namur" in bodies
    assert not any("Université" in alias for alias in bodies.get("laboratoire Lignes", ()))


def test_name_in_two_languages(read: Read) -> None:
    record = read("Eurodistrict Saône-Neckar / Eurodistrikt Saône-Neckar\n\nL’Eurodistrict Saône-Neckar invite.")
    assert len(named(record, EntityType.ORGANIZATION)) == 1


def test_word_behind_an_acronym_belongs_to_its_name(read: Read) -> None:
    bodies = named(read("La commission écrira à SNCF Réseau et aux CFF."), EntityType.ORGANIZATION)
    assert set(bodies) == {"SNCF Réseau", "CFF"}


def test_hospital_is_a_body_and_no_person(read: Read) -> None:
    record = read("Das Klinikum Rosa Berg, das Krankenhaus St. Josef und die Clinique Anne Petit sind dabei.")
    assert named(record, EntityType.PERSON) == {}
    assert set(named(record, EntityType.ORGANIZATION)) == {
        "Klinikum Rosa Berg",
        "Krankenhaus St. Josef",
        "Clinique Anne Petit",
    }


def test_district_is_not_its_town(read: Read) -> None:
    record = read("Der Landkreis Görlitz tagt in Görlitz. La Ville de Metz invite à Metz.")
    places = named(record, EntityType.TERRITORY)
    assert {"Landkreis Görlitz", "Görlitz"} <= set(places)
    assert len(places) == 3  # the city of Metz is Metz


def test_fields_of_a_ministry_behind_commas(read: Read) -> None:
    text = "• Anna Berg, Ministerium für Wirtschaft, Verkehr und Weinbau, Mainz\n• Jan Wolf, Ausschuss für Kultur, Nora Kern und Eva Stein"  # noqa: E501
    bodies = named(read(text), EntityType.ORGANIZATION)
    assert "Ministerium für Wirtschaft, Verkehr und Weinbau" in bodies
    assert "Ausschuss für Kultur" in bodies
