from pyoxigraph import RdfFormat, parse

from kg.query import Engine
from kg.view.desk.excerpt import excerpt

BASE = "https://w3id.org/grkg/id/"


def subjects(trig: str) -> set[str]:
    return {quad.subject.value for quad in parse(trig, format=RdfFormat.TRIG)}


def test_what_is_not_kept_is_no_subject(evening: Engine) -> None:
    found = subjects(excerpt(evening.dump("nquads").decode("utf-8"), {"id:person-1", "id:evidence-nicole"}))
    assert {BASE + "person-1", BASE + "evidence-nicole", BASE + "organisation-igr"} <= found
    assert [one for one in found if one.startswith((BASE + "person-2", BASE + "event-"))] == []
    assert [one for one in found if "evidence" in one and "evidence-nicole" not in one] == []


def test_all_that_is_kept_is_in_its_graph(evening: Engine) -> None:
    quads = list(parse(evening.dump("nquads"), format=RdfFormat.N_QUADS))
    kept = {f"id:{quad.subject.value.removeprefix(BASE)}" for quad in quads}
    assert set(parse(excerpt(evening.dump("nquads").decode("utf-8"), kept), format=RdfFormat.TRIG)) == set(quads)
