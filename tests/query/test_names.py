import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import InputError
from kg.query import engine_over, iri
from kg.query.embedded import EmbeddedEngine
from kg.query.names import as_iri, looked_up
from kg.vocab.namespaces import ID, KG, RDF, SKOS

EXAMPLE = "Write for instance this."


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("Grenzkammer Saar", "organisation", "organisation-grenzkammer"),
        ("border chamber of saarland", "organisation", "organisation-grenzkammer"),
        ("GKS", "organisation", "organisation-grenzkammer"),
        ("Moniteur", "organisation", "organisation-moniteur"),
        ("elise petit", "person", "person-00000000000000d1"),
        ("ÉLISE  PETIT", "person", "person-00000000000000d1"),
        ("saarbruecken", "territory", "territory-saarbruecken"),
        ("Großregion", "territory", "territory-grande-region"),
        ("Traité de Remich", "instrument", "instrument-treaty-of-remich"),
        ("Forum der Grenzen", "event", "event-01"),
        ("forum der", "event", "event-01"),
        ("Bericht", "source", "document-bericht-forum"),
        ("event-02", "event", "event-02"),
        ("id:event-02", "event", "event-02"),
        (ID + "event-02", "event", "event-02"),
    ],
)
def test_any_name_finds_the_thing(engine: EmbeddedEngine, value: str, kind: str, expected: str) -> None:
    if value == "saarbruecken":  # an umlaut written in two letters is another name
        with pytest.raises(InputError, match="territory-saarbruecken"):
            looked_up(value, (kind,), engine, EXAMPLE)
        value = "saarbrucken"
    assert looked_up(value, (kind,), engine, EXAMPLE) == iri(ID + expected)


def test_of_several_kinds(engine: EmbeddedEngine) -> None:
    kinds = ("organisation", "territory")
    assert looked_up("Sarre", kinds, engine, EXAMPLE) == iri(ID + "territory-saarland")
    assert looked_up("CFL", kinds, engine, EXAMPLE) == iri(ID + "organisation-chambre-frontaliere")


@pytest.mark.parametrize(
    ("value", "near"),
    [("Elise Petite", "person-00000000000000d1"), ("Frau Keller", "person-00000000000000c1 .Anna Keller")],
)
def test_an_unknown_name_lists_the_nearest(engine: EmbeddedEngine, value: str, near: str) -> None:
    with pytest.raises(InputError, match=f"knows no person named '{value}'. Near are: .*{near}"):
        looked_up(value, ("person",), engine, EXAMPLE)


@pytest.mark.parametrize("value", ["Zzyzx", "", "…", "organisation-nowhere", "https://example.org/nowhere", '" } #'])
def test_nothing_near_gives_the_example(engine: EmbeddedEngine, value: str) -> None:
    with pytest.raises(InputError, match=EXAMPLE):
        looked_up(value, ("person",), engine, EXAMPLE)


def test_an_ambiguous_name_lists_all(engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match=r"is the name of 2 things. .*event-01 .*; event-02 ") as caught:
        store = Store()
        for i in ("event-01", "event-02"):
            thing = NamedNode(ID + i)
            store.add(Quad(thing, NamedNode(RDF + "type"), NamedNode(KG + "Event"), NamedNode("a:g")))
            store.add(Quad(thing, NamedNode(SKOS + "prefLabel"), Literal("Forum", language="fr"), NamedNode("a:g")))
        looked_up("forum", ("event",), engine_over(store), EXAMPLE)
    assert "\n" not in str(caught.value)


def test_the_exact_spelling_wins() -> None:
    store = Store()
    for i, name in (("a-1", "CF"), ("a-2", "cf")):
        store.add(Quad(NamedNode(ID + i), NamedNode(RDF + "type"), NamedNode(KG + "Organisation"), NamedNode("a:g")))
        store.add(Quad(NamedNode(ID + i), NamedNode(KG + "acronym"), Literal(name), NamedNode("a:g")))
    assert looked_up("cf", ("organisation",), engine_over(store), EXAMPLE) == iri(ID + "a-2")


def test_a_part_is_enough_for_long_titles_only(engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError):
        looked_up("Grenzkammer", ("organisation",), engine, EXAMPLE)
    with pytest.raises(InputError):
        looked_up("for", ("event",), engine, EXAMPLE)


@pytest.mark.parametrize("value", ["a b", "javascript:x", "id:", "x:y", "Esch", "", "id:a}b", "<https://a/<b>"])
def test_no_iri(value: str) -> None:
    assert as_iri(value) is None


def test_an_unknown_kind_is_told(engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match=r"no kind of thing called 'town'\. Known are person"):
        looked_up("Esch", ("town",), engine, EXAMPLE)
