"""Names that mislead: the town of a country's name, the district that is called by its town."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker


def test_a_country_with_a_mayor_is_the_town(make: Maker) -> None:
    pages = [
        make.record("a", "T: Luxembourg", "P: Anna Berg", "! Anna Berg | bourgmestre de Luxembourg | Luxembourg"),
        make.record("b", "T: Luxembourg", "P: Karl Thal", "! Karl Thal | ministre | Luxembourg"),
        make.record("c", "T: Ville de Luxembourg"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Luxembourg") == outcome.id("c", "Ville de Luxembourg") != outcome.id("b", "Luxembourg")
    assert outcome.entity("a", "Luxembourg").label.value == "Luxembourg"


def test_a_town_with_a_mayor_is_the_town(make: Maker) -> None:
    pages = [
        make.record("a", "T: Metz", "P: Anna Berg", "! Anna Berg | maire | Metz"),
        make.record("b", "T: Metz"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Metz") == outcome.id("b", "Metz")


def test_a_province_called_by_its_town_is_not_the_town(make: Maker) -> None:
    pages = [make.record("a", "T: Provinz Lüttich = Lüttich", language="de"), make.record("b", "T: Liège")]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Provinz Lüttich") != outcome.id("b", "Liège")


def test_a_canton_called_by_its_region_is_the_region(make: Maker) -> None:
    pages = [make.record("a", "T: Département de la Moselle = Moselle"), make.record("b", "T: Moselle")]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Département de la Moselle") == outcome.id("b", "Moselle")
