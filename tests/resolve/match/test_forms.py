"""A name and its translation have one form; what is another thing has another."""

import pytest

from kg.model import Authority, EntityType, Label
from kg.resolve.match.forms import Reader

READER = Reader({})

ONE = [
    ("Universität Lüttich", "Université de Liège", "University of Liège"),
    ("Sommet de la Grande Région", "Gipfel der Großregion", "Summit of the Greater Region"),
    ("conseil départemental de la Moselle", "Departementsrats Moselle"),
    ("Conseil régional Grand Est", "Regionalrat Grand Est", "Région Grand Est"),
    ("IHK Saarland", "Industrie- und Handelskammer des Saarlandes", "CCI de la Sarre"),
    ("Chambre de Commerce de Luxembourg", "Wirtschaftskammer Luxemburg", "la Chambre de Commerce Luxembourg"),
    ("CCI 57", "Chambre de commerce et d’industrie de la Moselle"),
    ("Conférence du Rhin supérieur", "Oberrheinkonferenz", "Upper Rhine Conference"),
    ("Conseil parlementaire interrégional", "Interregionaler Parlamentarierrat"),
    ("Cercle Européen Pierre Werner a.s.b.l.", "Europäischen Arbeitskreises Pierre Werner"),
    ("Eurodistrikt Straßburg-Ortenau", "Eurodistrict Strasbourg-Ortenau"),
    ("GECT Alzette", "EVTZ Alzette", "EGTC Alzette"),
    ("Conseil de l’Europe", "Europarat", "Council of Europe"),
    ("Gouvernement de la Sarre", "Landesregierung Saarland", "Government of Saarland"),
    ("Ville de Trèves", "Stadt Trier", "City of Trier"),
    ("Esch-sur-Alzette", "Esch/Alzette"),
    ("Saint-Vith", "Sankt Vith", "St. Vith"),
    ("Gipfel der Großregion", "Gipfel der Exekutiven der Großregion", "Sommet des exécutifs de la Grande Région"),
    ("Europa-Universität Viadrina", "European University Viadrina"),
    ("Département de la Moselle", "Moselle"),
]
TWO = [
    ("Conseil de l’Europe", "Conseil européen"),
    ("Chambre de commerce de la Sarre", "Chambre des métiers de la Sarre"),
    ("Université de Liège", "Université de Lorraine"),
    ("Luxembourg", "Ville de Luxembourg"),
    ("Province de Luxembourg", "Luxembourg"),
    ("Aachen", "Region Aachen"),
    ("Landkreis Merzig", "Merzig"),
    ("Département de la Moselle", "conseil départemental de la Moselle"),
    ("Sommet de la Grande Région", "Secrétariat du Sommet de la Grande Région"),
    ("Bas-Rhin", "Haut-Rhin"),
    ("Saint-Dié", "Saint-Vith"),
    ("Parlement de Wallonie", "Parlement des jeunes de Wallonie"),
    ("Grand Luxembourg", "Luxembourg"),
]


@pytest.mark.parametrize("names", ONE, ids=lambda names: names[0])
def test_one_meaning(names: tuple[str, ...]) -> None:
    assert len({READER.form(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_meanings(one: str, other: str) -> None:
    assert READER.form(one) != READER.form(other)


@pytest.mark.parametrize(
    "name",
    ["Vorstand", "Communauté de communes", "Assemblée", "CCI", "Conseil départemental", "Agence régionale de santé"],
)
def test_a_general_name_says_only_what_sort_of_body_it_is(name: str) -> None:
    assert READER.form(name).is_general


@pytest.mark.parametrize(
    "name", ["Université de Liège", "European Parliament", "IGR", "Observatoire interrégional du marché de l’emploi"]
)
def test_a_telling_name_is_not_general(name: str) -> None:
    assert not READER.form(name).is_general


def test_a_territory_of_the_authority_has_one_token_under_all_names() -> None:
    entry = Authority(
        id="territory-diedenhofen",
        type=EntityType.TERRITORY,
        names=(Label("Thionville", "fr"),),
        variants=(Label("Didenuewen", "lb"),),
        within=("territory-moselle",),
    )
    reader = Reader({entry.id: entry})
    forms = {reader.form(name) for name in ("Ville de Thionville", "Diedenhofen", "Didenuewen")}
    assert {form.tokens for form in forms} == {("p:territory-diedenhofen",)}


def test_a_name_of_small_words_alone_is_kept() -> None:
    assert READER.form("Die").tokens == ("n:die",)
    assert READER.form("").tokens == ()
