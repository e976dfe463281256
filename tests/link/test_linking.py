"""From things to proposals, over a real SPARQL server and over engines that misbehave."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.link.asking import PacedEngine
from kg.link.linking import Step, propose
from kg.link.lookup import MOST, name_rows, portions
from kg.link.profile import Profile, load_profile
from kg.link.proposals import Proposal
from kg.link.subjects import Subject
from kg.model import Code, EntityType, Label
from kg.query.endpoint import RemoteEngine
from kg.query.engine import Asking, Bindings
from kg.query.refusals import ExceededError
from kg.query.terms import Answer, Table, Term, iri, literal
from kg.resolve.match.described import Described
from kg.resolve.match.forms import Reader

HERE = Path(__file__).parent
WD = "http://www.wikidata.org/entity/"
PLACE, BODY = frozenset({EntityType.TERRITORY}), frozenset({EntityType.ORGANIZATION})


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader({})


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile("wikidata")


def subject(id_: str, *names: str, language: str = "", **more: Any) -> Subject:
    labels = tuple(Label(name, language) for name in names)
    return Subject(
        node=id_, id=id_, labels=labels, links=more.pop("links", ()), described=Described(names=names, **more)
    )


def proposed(steps: Iterable[Step]) -> list[Proposal]:
    return [one for step in steps for one in step.proposals]


class Scripted(Asking):
    """Answers by what a query asks for."""

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        self.asked.append(text)
        return self.answer(text)


def items_called(name: str, count: int, facts: Iterable[tuple[str, Term]] = ()) -> Callable[[str], Answer]:
    """An answer with so many items of one name."""
    found = [iri(f"{WD}Q{number}") for number in range(1, count + 1)]

    def answer(text: str) -> Answer:
        if "?feature" in text:
            said = [("name", literal(name, language="fr")), *facts]
            return Table(("item", "feature", "value"), tuple((i, literal(f), v) for i in found for f, v in said))
        if "?register" in text:
            return Table(("register", "code", "item"), ())
        return Table(("name", "item"), tuple((literal(name, language="FR"), i) for i in found))

    return answer


def test_a_code_finds_what_has_another_name(wikidata: Any, profile: Profile, reader: Reader) -> None:
    engine = RemoteEngine(wikidata.url)
    renamed = subject("territory-x", "Ganz anders", types=PLACE, codes=frozenset({Code("insee-department", "57")}))
    (one,) = proposed(propose([renamed], profile, engine, reader))
    assert one.iri == WD + "Q90014"
    assert "both are 57 in insee-department" in one.reasons


def test_codes_of_another_year_say_nothing(wikidata: Any, profile: Profile, reader: Reader) -> None:
    engine = RemoteEngine(wikidata.url)
    moselle = subject("territory-x", "Moselle", types=PLACE, codes=frozenset({Code("nuts-2021", "FRF33")}))
    (one,) = proposed(propose([moselle], profile, engine, reader))
    assert not any("nuts" in words for words in one.reasons)
    before = replace(moselle, described=replace(moselle.described, codes=frozenset({Code("nuts-2010", "FR413")})))
    (one,) = proposed(propose([before], profile, engine, reader))
    assert "both are FR413 in nuts-2010" in one.reasons


@pytest.mark.parametrize("name", ['Saarland" } #', "Saarland'\\", "Saarland\n}", "\N{GREEK SMALL LETTER ALPHA}>"])
def test_a_name_cannot_change_the_query(name: str, wikidata: Any, profile: Profile, reader: Reader) -> None:
    both = [subject("territory-w", name, types=PLACE), subject("territory-x", "Saarland", types=PLACE)]
    found = proposed(propose(both, profile, RemoteEngine(wikidata.url), reader))
    assert {one.id for one in found} == {"territory-x"}


def test_apostrophes_and_first_letters_are_spelt_either_way(profile: Profile) -> None:
    rows = name_rows(subject("x", "conseil de l’Est", language="fr"), profile)
    assert {(term.value, term.language) for (term,) in rows} == {
        (name, tag)
        for name in ("conseil de l'Est", "conseil de l’Est", "Conseil de l'Est", "Conseil de l’Est")
        for tag in ("fr", "mul")
    }


def test_the_tables_of_the_eu_are_asked_with_another_profile(server: Any, reader: Reader) -> None:
    server.load((HERE / "eu.ttl").read_bytes())
    country = subject(
        "territory-luxembourg",
        "Luxembourg",
        language="fr",
        types=PLACE,
        kinds=frozenset({"country"}),
        codes=frozenset({Code("iso-3166-1", "LU")}),
    )
    (one,) = proposed(propose([country], load_profile("eu"), RemoteEngine(server.url), reader))
    assert one.iri == "http://publications.europa.eu/resource/authority/country/XLU"
    assert one.also == ("https://example.org/countries/lu",)
    assert one.likely
    assert "both are LU in iso-3166-1" in one.reasons


def test_a_name_of_too_many_says_nothing(profile: Profile, reader: Reader) -> None:
    many = Scripted(items_called("Sainte-Croix", MOST + 1))
    (step,) = propose([subject("territory-x", "Sainte-Croix", types=PLACE)], profile, many, reader)
    assert (step.proposals, step.common) == ((), ("Sainte-Croix",))
    some = Scripted(items_called("Sainte-Croix", MOST))
    (step,) = propose([subject("territory-x", "Sainte-Croix", types=PLACE)], profile, some, reader)
    assert len(step.proposals) == 5
    assert all("others fit as well or better" in one.reasons[-1] for one in step.proposals)


def test_what_the_authority_links_is_not_proposed(profile: Profile, reader: Reader) -> None:
    engine = Scripted(items_called("Alpha", 1))
    linked = subject("territory-x", "Alpha", types=PLACE, links=(WD + "Q7",))
    assert proposed(propose([linked], profile, engine, reader)) == []
    elsewhere = subject("territory-x", "Alpha", types=PLACE, links=("https://example.org/7",))
    assert len(proposed(propose([elsewhere], profile, engine, reader))) == 1


def test_what_takes_too_long_is_asked_in_halves(profile: Profile, reader: Reader) -> None:
    answer = items_called("Alpha", 1)

    def slow(text: str) -> Answer:
        if text.count("@") > 10:
            raise ExceededError("it has not answered.")
        return answer(text)

    engine = Scripted(slow)
    names = [f"Alpha{n}" for n in range(3)]
    found = proposed(
        propose([subject("territory-x", "Alpha", *names, language="fr", types=PLACE)], profile, engine, reader)
    )
    assert [one.iri for one in found] == [WD + "Q1"]
    assert len(engine.asked) > 2


def test_long_names_go_in_several_queries(profile: Profile, reader: Reader) -> None:
    engine = Scripted(items_called("Alpha", 1))
    names = [f"{number} {'é' * 400}" for number in range(60)]
    list(propose([subject("x", *names, language="fr", types=PLACE)], profile, engine, reader))
    assert len([text for text in engine.asked if "?name" in text]) >= 3
    assert max(len(text.encode()) for text in engine.asked) < 65_536


def test_what_always_takes_too_long_ends_soon(profile: Profile, reader: Reader) -> None:
    def never(_: str) -> Answer:
        raise ExceededError("it has not answered.")

    engine = Scripted(never)
    with pytest.raises(ExceededError):
        list(propose([subject("x", *(f"Name {n}" for n in range(40)), language="fr")], profile, engine, reader))
    assert len(engine.asked) == 3


def test_a_feature_that_nobody_knows_is_told(profile: Profile, reader: Reader) -> None:
    engine = Scripted(items_called("Alpha", 1, [("colour", literal("red"))]))
    with pytest.raises(InputError, match="gives the feature 'colour', which kg does not know"):
        list(propose([subject("x", "Alpha", types=PLACE)], profile, engine, reader))


def test_addresses_that_are_none_are_passed_over(profile: Profile, reader: Reader) -> None:
    odd = [
        ("geonames", literal("12 345> . <x")),
        ("ror", literal("not one")),
        ("match", literal("https://example.org/literal")),
        ("viaf", literal("99")),
        ("since", Term("blank", "b0")),
    ]
    (one,) = proposed(
        propose([subject("x", "Alpha", types=PLACE)], profile, Scripted(items_called("Alpha", 1, odd)), reader)
    )
    assert one.also == ("http://viaf.org/viaf/99",)


def test_what_is_no_item_is_passed_over(profile: Profile, reader: Reader) -> None:
    def answer(text: str) -> Answer:
        if "?feature" in text or "?register" in text:
            return Table(("register", "code", "item"), ())
        others = (iri("https://example.org/Q1"), Term("blank", "b1"), literal(WD + "Q1"), None)
        return Table(("name", "item"), tuple((literal("Alpha", language="fr"), one) for one in others))

    assert proposed(propose([subject("x", "Alpha", types=PLACE)], profile, Scripted(answer), reader)) == []


def test_a_new_thing_changes_one_portion_only(profile: Profile) -> None:
    things = [subject(f"organisation-{number:03}", f"Body {number}", language="fr") for number in range(200)]
    before = list(portions(things, profile))
    after = list(portions([*things[:70], subject("organisation-069a", "New", language="fr"), *things[70:]], profile))
    assert [one for portion in before for one in portion] == things
    assert len(set(map(ids, before)) - set(map(ids, after))) == 1
    assert max(map(len, before)) < 60


def ids(portion: Iterable[Subject]) -> tuple[str, ...]:
    return tuple(one.id for one in portion)


def test_a_portion_holds_no_more_names_than_a_query_may(profile: Profile) -> None:
    small = replace(profile, batch={"names": 20, "codes": 1, "items": 1})
    things = [subject(f"x-{number}", f"Body {number}", language="fr") for number in range(30)]
    for portion in portions(things, small):
        assert sum(len(name_rows(one, small)) for one in portion) <= 20


def test_the_endpoint_is_left_a_pause() -> None:
    now, slept = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    engine = PacedEngine(Scripted(lambda _: True), 1.5, clock=lambda: now[0], sleep=sleep)
    engine.ask("ASK { ?a ?b ?c }")
    engine.ask("ASK { ?a ?b ?c }")
    now[0] += 10
    engine.ask("ASK { ?a ?b ?c }")
    assert slept == [1.5]
