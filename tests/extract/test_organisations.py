from collections.abc import Callable

import pytest

from kg.extract import acronyms, organisations
from kg.extract.finds import Page
from kg.model import Record

Paged = Callable[[str], Page]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("la Chambre de commerce et d’industrie de la Meuse a", ["Chambre de commerce et d’industrie de la Meuse"]),
        ("l’Agence pour le développement de l’Alzette", ["Agence pour le développement de l’Alzette"]),
        ("le ministère de la Famille, de l’Intégration et à la Grande Région", ["ministère de la Famille, de l’Intégration et à la Grande Région"]),  # noqa: E501
        ("das Sächsische Ministerium des Innern lädt", ["Sächsische Ministerium des Innern"]),
        ("Mitglied des Landtags von Baden-Württemberg", ["Landtags von Baden-Württemberg"]),
        ("die Stadtverkehrsgesellschaft Frankfurt", ["Stadtverkehrsgesellschaft Frankfurt"]),
        ("Kern stellte der Universität Trier den Plan vor", ["Universität Trier"]),
        ("sie dankte dem Institut für Moorkunde und dessen Leiter", ["Institut für Moorkunde"]),
        ("er hat den Vorsitz der Moor-Konferenz inne", ["Moor-Konferenz"]),
        ("bei der 12. Jahreskonferenz der Moorforscher", []),
        ("par France Travail et la DRAC Corse et la presse", ["France Travail", "DRAC Corse"]),
        ("le Groupement pastoral du Louron pour partenaire", ["Groupement pastoral du Louron"]),
        ("la Fondation Cassa di Risparmio di Cuneo", ["Fondation Cassa di Risparmio di Cuneo"]),
        ("the Arad County Council and the European Commission", ["Arad County Council", "European Commission"]),
        ("the University of the Greater Region", ["University of the Greater Region"]),
        ("le conseil départemental de Moselle et le conseil régional de Lorraine", ["conseil départemental de Moselle", "conseil régional de Lorraine"]),  # noqa: E501
    ],
)  # fmt: skip
def test_head_and_complement(page: Paged, text: str, names: list[str]) -> None:
    assert [f.form for f in organisations.find(page(text), {})] == names


@pytest.mark.parametrize(
    "text", ["une petite communauté de communes", "la société civile", "11e Congrès Tripartite", "das Amt"]
)
def test_bare_or_event_is_no_institution(page: Paged, text: str) -> None:
    assert organisations.find(page(text), {}) == ()


def test_proper_name_beside_a_head_that_only_says_what_it_is(page: Paged) -> None:
    (found,) = organisations.find(page("Präsident des Vereins „Grenzgänger Süd“"), {})
    assert found.name == "Grenzgänger Süd"


def test_acronym_and_long_form_are_a_pair(page: Paged) -> None:
    here = page("L’Agence de l’eau de Lorraine (AEL)\nCGET (Commissariat Général à l’Égalité)\nABC : Institut de Brest")
    finds = organisations.find(here, {})
    pairs = acronyms.pairs(here, finds, [])
    assert [(a.form, b.form) for a, b in pairs] == [
        ("Agence de l’eau de Lorraine", "AEL"),
        ("CGET", "Commissariat Général à l’Égalité"),
        ("ABC", "Institut de Brest"),
    ]


def test_acronym_needs_an_article_or_a_link(page: Paged) -> None:
    assert [f.form for f in acronyms.find(page("le Président de l’IGR, en PDF, avec le VIP"), [])] == ["IGR"]


@pytest.mark.parametrize("text", ["Wir empfangen eine Delegation", "La délégation", "the EMR delegation", "Delegation"])
def test_a_delegation_is_no_body(read: Callable[[str], Record], text: str) -> None:
    assert [m for m in read(text).mentions if "elegation" in m.name] == []


def test_head_behind_the_name_of_its_town(read: Callable[[str], Record]) -> None:
    names = {m.name for m in read("Avec le soutien de Grand Belfort Métropole et du canton du Jura.").mentions}
    assert "Grand Belfort Métropole" in names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a guest of Newry, Mourne and Down District Council", ["Newry, Mourne and Down District Council"]),
        ("Cllr Hill, Fermanagh & Omagh District Council", ["Fermanagh & Omagh District Council"]),
        ("Torrin and Nether Glen Borough Council", ["Torrin and Nether Glen Borough Council"]),
        ("Mayo County Council and Derry City Council met", ["Mayo County Council", "Derry City Council"]),
        ("with Fáilte Torrin and Sligo County Council", ["Sligo County Council"]),
        ("Anna Weber, Derry, and Jane Hill, Cork City Council", ["Cork City Council"]),
    ],
)
def test_council_of_several_places(page: Paged, text: str, names: list[str]) -> None:
    assert [f.form for f in organisations.find(page(text), {})] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("at the South West College for a public debate", ["South West College"]),
        ("the General Hospital Dr. Franz Moll in Kehl", ["General Hospital Dr. Franz Moll"]),
        ("of Torrinas District Municipality", ["Torrinas District Municipality"]),
    ],
)
def test_where_an_english_name_ends(page: Paged, text: str, names: list[str]) -> None:
    assert [f.form for f in organisations.find(page(text), {})] == names


def test_the_number_of_a_day_is_no_part_of_a_name(read: Callable[[str], Record]) -> None:
    record = read(
        "Compte rendu de la réunion du groupe de travail Santé\n12 avril 2023, Metz\n\nPrésente :\n- Anne Dupont"
    )
    assert [m.name for m in record.mentions if m.name.startswith("groupe")] == ["groupe de travail Santé"]
