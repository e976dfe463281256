"""Things described elsewhere: what speaks for and against each candidate, and that a homonym is never quietly taken."""

import ast
import inspect
from collections.abc import Iterable

import pytest

from kg.model import Authority, Code, EntityType, Label
from kg.resolve.match import described_facts, described_names, things
from kg.resolve.match.candidates import TABLE, Candidate, findings_of, ranked
from kg.resolve.match.described import Described
from kg.resolve.match.forms import Reader
from kg.resolve.match.weights import weights_of

BODY, PLACE, PERSON = (frozenset({one}) for one in (EntityType.ORGANIZATION, EntityType.TERRITORY, EntityType.PERSON))

COMMUNE, CHAMBER = frozenset({"commune"}), frozenset({"chamber"})


@pytest.fixture(scope="module")
def reader() -> Reader:
    moselle = Authority(
        id="territory-moselle", type=EntityType.TERRITORY, names=(Label("Moselle", "fr"),), within=("territory-france",)
    )
    france = Authority(id="territory-france", type=EntityType.TERRITORY, names=(Label("France", "fr"),))
    return Reader({one.id: one for one in (moselle, france)})


def features(asked: Described, other: Described, reader: Reader) -> set[str]:
    return {finding.feature for finding in findings_of(asked, other, reader)}


def body(*names: str, **more: object) -> Described:
    return Described(names=names, types=BODY, **more)  # type: ignore[arg-type]


def person(*names: str, **more: object) -> Described:
    return Described(names=names, types=PERSON, **more)  # type: ignore[arg-type]


def place(*names: str, **more: object) -> Described:
    return Described(names=names, types=PLACE, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "other", "wanted"),
    [
        (body("Université de Liège"), body("université de Liège"), {"same_name"}),
        (body("Université de Liège"), body("Universität Lüttich"), {"same_meaning"}),
        (place("Saarland", "Sarre"), place("Sarre", "Saarland"), {"same_name", "more_names"}),
        (body("Sommet", acronyms=("IGR",)), body("Institut", "IGR"), {"same_acronym"}),
        (body("Chambre de commerce de la Moselle"), body("Musée du jouet"), {"kinds_differ", "other_name"}),
        (body("Alpha"), body("Beta"), {"other_name"}),
        (person("Anna Thal"), person("THAL, Anna"), {"same_name", "rare_name"}),
        (person("A. Thal"), person("Anna Thal"), {"near_name"}),
        (person("Anna Thal"), person("Karl Berg"), {"other_name"}),
        (
            place("Metz", kinds=frozenset({"commune"})),
            place("Metz", kinds=frozenset({"commune"})),
            {"same_name", "same_kind"},
        ),
        (
            body("X Y", kinds=frozenset({"chamber"})),
            body("X Y", kinds=frozenset({"economic-actor"})),
            {"same_name", "same_kind"},
        ),
        (
            body("X Y", kinds=frozenset({"chamber"})),
            body("X Y", kinds=frozenset({"university"})),
            {"same_name", "kinds_differ"},
        ),
        (body("Metz"), place("Metz"), {"same_name", "other_type"}),
        (place("Sarre"), Described(names=("Sarre",), excluded=True), {"same_name", "other_type"}),
        (
            place("Sarre", codes=frozenset({Code("iso-3166-2", "DE-SL")})),
            place("Saargebiet", codes=frozenset({Code("iso-3166-2", "DE-SL")})),
            {"same_code"},
        ),
        (
            place("Bous", codes=frozenset({Code("ags", "10044111")})),
            place("Bous", codes=frozenset({Code("ags", "10044112")})),
            {"same_name", "other_code"},
        ),
        (
            body("Club X", places=("France", "Moselle")),
            body("Club X", places=("Moselle",)),
            {"same_name", "same_territory"},
        ),
        (
            body("Club Z", places=("France", "Metz")),
            body("Club Z", places=("Frankreich",)),
            {"same_name", "same_country"},
        ),
        (body("Club Z", places=("France",)), body("Club Z", places=("Belgique",)), {"same_name", "other_country"}),
        (body("Club Z", places=("Metz",)), body("Club Z", places=("Nancy",)), {"same_name"}),
        (body("Club Z", until="1920"), body("Club Z", since="1999-01-01"), {"same_name", "other_time"}),
        (body("Club Z", since="1999"), body("Club Z", since="1999-01-01"), {"same_name", "same_time"}),
        (body("Club Z", years=(2019,)), body("Club Z", since="1999", until="2015"), {"same_name", "gone"}),
        (
            person("Anna Thal", years=(2019,)),
            person("Anna Thal", since="1850", until="1920"),
            {"same_name", "rare_name", "other_time"},
        ),
        (
            person("Anna Thal", years=(2019,)),
            person("Anna Thal", since="2010"),
            {"same_name", "rare_name", "other_time"},
        ),
        (person("Anna Thal", years=(2019,)), person("Anna Thal", since="1970"), {"same_name", "rare_name"}),
        (
            body("Club Z", websites=("https://www.example.org/",)),
            body("Club Z", websites=("http://example.org",)),
            {"same_name", "same_website"},
        ),
        (
            person("Anna Thal", offices=("maire",), bodies=("Université de Liège",)),
            person("Anna Thal", offices=("Bürgermeisterin",), bodies=("Universität Lüttich",)),
            {"same_name", "rare_name", "same_office", "same_body"},
        ),
    ],
)
def test_findings(asked: Described, other: Described, wanted: set[str], reader: Reader) -> None:
    assert features(asked, other, reader) == wanted


def test_every_finding_is_weighed_and_every_weight_is_found() -> None:
    said = {"rival"} | {f"{near}_name" for near in ("near", "alike")}
    for module in (described_facts, described_names, things):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                first = node.args[0]
                said |= {str(first.value)} if isinstance(first, ast.Constant) else {"gone", "other_time"}
    not_here = {"one_page", "common_pages", "both_usual"}
    assert set(weights_of(TABLE).weights) == said - not_here


def keys(found: Iterable[Candidate]) -> list[str]:
    return [one.key for one in found]


def test_the_best_comes_first_and_what_is_unlike_is_left_out(reader: Reader) -> None:
    asked = place("Moselle", kinds=frozenset({"department"}), places=("France",))
    found = ranked(
        asked,
        {
            "river": Described(names=("Moselle",), excluded=True),
            "town": place("Moselle", kinds=frozenset({"commune"}), places=("États-Unis",)),
            "department": place("Moselle", kinds=frozenset({"department"}), places=("France",)),
        },
        reader,
    )
    assert keys(found) == ["department"]


def test_homonyms_are_all_given_and_each_names_the_other(reader: Reader) -> None:
    found = ranked(person("Anna Thal"), {"b": person("Anna Thal"), "a": person("Anna Thal")}, reader)
    assert keys(found) == ["a", "b"]
    assert [one.is_likely for one in found] == [False, False]
    assert "others fit as well or better: 'Anna Thal' (b)" in [finding.words for finding in found[0].findings]


def test_a_name_alone_is_never_likely(reader: Reader) -> None:
    (found,) = ranked(person("Anna Thal"), {"a": person("Anna Thal")}, reader)
    assert found.score < weights_of(TABLE).same
    (found,) = ranked(body("Club Z"), {"a": body("Club Z")}, reader)
    assert found.score < weights_of(TABLE).same


def test_a_code_and_a_name_are_likely(reader: Reader) -> None:
    code = frozenset({Code("siren", "123456782")})
    (found,) = ranked(body("Club Z", codes=code), {"a": body("Club Z", codes=code)}, reader)
    assert found.is_likely
