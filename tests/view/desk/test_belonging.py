import pytest

from kg.query import Engine
from kg.view.desk.belonging import Belonging
from kg.view.facts import read


@pytest.fixture(scope="module")
def belonging(evening: Engine) -> Belonging:
    return Belonging(read(evening))


def test_person_belongs_where_the_body_does(belonging: Belonging) -> None:
    assert belonging.bodies("id:person-1") == {"id:organisation-grand-est"}
    assert belonging.territories("id:person-1") == ("id:territory-grand-est",)


def test_session_has_the_date_and_the_place_of_its_event(belonging: Belonging) -> None:
    assert belonging.whole("id:event-panel") == "id:event-aachen"
    assert belonging.dates("id:event-panel") == ["2019-06-04T18:30:00+02:00"]
    assert belonging.territories("id:event-panel") == ("id:territory-saarbruecken",)


def test_cross_border_area_is_in_no_country(belonging: Belonging) -> None:
    assert belonging.territories("id:organisation-igr") == ("id:territory-grande-region",)
    assert belonging.countries("id:organisation-igr") == ()
