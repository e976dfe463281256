"""The office that a post is: named by its title, told apart by the state of its body, and never guessed."""

import pytest

from kg.model import Authority, EntityType, Label
from kg.triples.offices import office_of
from kg.vocab.namespaces import OFFICE


def entry(id_: str, *, within: tuple[str, ...] = (), seat: str | None = None) -> Authority:
    kind = EntityType.ORGANIZATION if id_.startswith("organisation-") else EntityType.TERRITORY
    return Authority(id=id_, type=kind, names=(Label(id_, "fr"),), within=within, seat=seat)


KNOWN = {
    one.id: one
    for one in (
        entry("territory-germany"),
        entry("territory-luxembourg"),
        entry("territory-saarland", within=("territory-germany",)),
        entry("territory-merzig", within=("territory-saarland",)),
        entry("territory-esch", within=("territory-luxembourg",)),
        entry("organisation-esch-town", seat="territory-esch"),
        entry("organisation-adrift"),
    )
}


@pytest.mark.parametrize(
    ("title", "body", "office"),
    [
        ("Bürgermeister", "territory-merzig", "buergermeister"),
        ("BÜRGERMEISTERIN", "territory-merzig", "buergermeister"),
        ("Bürgermeister", "organisation-esch-town", "bourgmestre-luxembourg"),
        ("bourgmestre", "territory-esch", "bourgmestre-luxembourg"),
        ("bourgmestre", "territory-merzig", None),
        ("Bürgermeister", None, None),
        ("Bürgermeister", "organisation-adrift", None),
        ("Landrat", None, "landrat"),
        ("Landrat", "territory-esch", None),
        ("chef de cuisine", "territory-esch", None),
    ],
)
def test_office_of_a_post(title: str, body: str | None, office: str | None) -> None:
    found = office_of(title, body, KNOWN)
    assert found == (None if office is None else OFFICE + office)
