"""Profiles: those that come with kg, one's own, and what is wrong with them."""

from pathlib import Path

import pytest

from kg import assets
from kg.errors import InputError
from kg.link.profile import QUERIES, load_profile
from kg.model import EntityType
from kg.query.guard import checked
from kg.resolve.codes import GRAMMAR

SHIPPED = sorted(path.stem for path in assets.path("data/linking").glob("*.yaml"))
WD = "http://www.wikidata.org/entity/"


@pytest.mark.parametrize("name", SHIPPED)
def test_what_comes_with_kg_is_sound(name: str) -> None:
    profile = load_profile(name)
    assert profile.endpoint.startswith("https://")
    assert set(profile.queries) == set(QUERIES)
    assert profile.undated <= set(GRAMMAR)
    assert {"fr", "de", "en"} <= profile.languages.keys()
    for text in profile.queries.values():
        assert checked(text)


def test_queries_of_kg_name_no_unknown_register() -> None:
    for path in sorted(assets.path("queries/link").rglob("by-code.rq")):
        registers = {word.strip('("') for word in path.read_text("utf-8").split() if word.startswith('("')}
        assert registers
        assert registers <= set(GRAMMAR)


def test_classes_say_type_and_kind() -> None:
    profile = load_profile("wikidata")
    assert profile.types([WD + "Q5"]) == {EntityType.PERSON}
    assert profile.types([WD + "Q6465"]) == {EntityType.TERRITORY}
    assert profile.types([WD + "Q3918", WD + "Q1"]) == {EntityType.ORGANIZATION}
    assert profile.kinds_of([WD + "Q3918", WD + "Q1"]) == {"university"}
    assert profile.types([WD + "Q1"]) == frozenset()


def test_identifiers_become_addresses() -> None:
    made = load_profile("wikidata").identifiers
    assert made["isni"].iri("0000 0001 2168 028X") == "https://isni.org/isni/000000012168028X"
    assert made["geonames"].iri("2960313") == "https://sws.geonames.org/2960313/"
    assert made["geonames"].iri("2960313/about> .") is None


def own(tmp_path: Path, text: str, name: str = "mine") -> Path:
    (tmp_path / "linking").mkdir(exist_ok=True)
    (tmp_path / "linking" / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


def test_ones_own_says_only_what_is_other(tmp_path: Path) -> None:
    data = own(tmp_path, "extends: wikidata\nendpoint: https://example.org/sparql\npause: 0\n")
    mine, shipped = load_profile("mine", data), load_profile("wikidata")
    assert (mine.name, mine.endpoint, mine.pause) == ("mine", "https://example.org/sparql", 0.0)
    assert (mine.queries, mine.kinds) == (shipped.queries, shipped.kinds)
    assert load_profile(str(data / "linking" / "mine.yaml")).endpoint == mine.endpoint


def test_ones_own_comes_before_the_one_of_kg(tmp_path: Path) -> None:
    data = own(tmp_path, "extends: wikidata\nendpoint: https://example.org/sparql\n", "wikidata")
    assert load_profile("wikidata", data).endpoint == "https://example.org/sparql"


def test_ones_own_queries_stand_beside_it(tmp_path: Path) -> None:
    data = own(tmp_path, "extends: wikidata\nqueries: asked\n")
    (data / "linking" / "asked").mkdir()
    for name in QUERIES:
        (data / "linking" / "asked" / f"{name}.rq").write_text(f"SELECT ?{name[:2]} {{ }}", "utf-8")
    assert load_profile("mine", data).queries["facts"] == "SELECT ?fa { }"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "must hold settings"),
        ("colour: red\n", "unknown setting 'colour'"),
        ("title: x\n", "does not say endpoint"),
        ("extends: wikidata\nendpoint: ftp://x\n", "no address of an endpoint"),
        ("extends: wikidata\ntitle: []\n", "'title' must be text"),
        ("extends: wikidata\npause: soon\n", "'pause' must be a number"),
        ("extends: wikidata\npeople: Q5\n", "'people' must be a list"),
        ("extends: wikidata\nkinds: [a]\n", "'kinds' must give each name its value"),
        ("extends: wikidata\nkinds: {castle: [Q1]}\n", "there is no kind 'castle'"),
        ("extends: wikidata\nidentifiers: {x: {form: a}}\n", "needs form, and address"),
        ("extends: wikidata\nidentifiers: {x: {form: '(', address: 'h{}'}}\n", "is no pattern"),
        ("extends: wikidata\nqueries: nowhere\n", "no such file"),
        ("extends: mine\n", "in a circle|no profile"),
        ("extends: nothing\n", "there is no profile 'nothing'"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_profile("mine", own(tmp_path, text))


def test_files_that_extend_each_other(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(f"extends: {other}\n", "utf-8")
    other.write_text(f"extends: {one}\n", "utf-8")
    with pytest.raises(InputError, match="in a circle"):
        load_profile(str(one))
