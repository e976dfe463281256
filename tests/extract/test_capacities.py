from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]
Rows = list[tuple[str, str, str | None]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("• Julie Morel, directrice générale des services, SIVOM", [("Julie Morel", "directrice générale des services", "SIVOM")]),  # noqa: E501
        ("• Jan Kowal (Leiter des Instituts für Slawistik, Präsident des Vereins Oder)", [("Jan Kowal", "Leiter", "Institut für Slawistik"), ("Jan Kowal", "Präsident", "Oder")]),  # noqa: E501
        ("• Luc Petit, président du SIVOM et maire de Bouzonville", [("Luc Petit", "président", "SIVOM"), ("Luc Petit", "maire", "Bouzonville")]),  # noqa: E501
        ("• Emma Roth, Präsidentin der Universität Trier und der Universität Metz", [("Emma Roth", "Präsidentin", "Universität Trier"), ("Emma Roth", "Präsidentin", "Universität Metz")]),  # noqa: E501
        ("Le président du Conseil régional Grand Est Paul Noir a parlé.", [("Paul Noir", "président", "Conseil régional Grand Est")]),  # noqa: E501
        ("Der Direktor des Euro-Instituts, Georg Wald, sprach.", [("Georg Wald", "Direktor", "Euro-Institut")]),
        ("• Staatssekretärin Cora Ringel, BMI", [("Cora Ringel", "Staatssekretärin", "BMI")]),
        ("• Ms Ann Smith, Head of Mission for the Region of Lorraine", [("Ann Smith", "Head of Mission", "Region of Lorraine")]),  # noqa: E501
        ("• Paul Noir, ancien ministre, sénateur de la Moselle", [("Paul Noir", "ancien ministre", None), ("Paul Noir", "sénateur", "Moselle")]),  # noqa: E501
        ("Trésorière ........ Mme Anne Weber, maire de Toul", [("Anne Weber", "maire", "Toul"), ("Anne Weber", "Trésorière", None)]),  # noqa: E501
        ("Anna Bach lebt hier. Sie ist seit 2020 Bürgermeisterin der Stadt Kehl.", [("Anna Bach", "Bürgermeisterin", "Stadt Kehl")]),  # noqa: E501
        ("les présidents des Conseils départementaux de Meuse et des Vosges, Luc Petit et Paul Noir, étaient là",
         [("Luc Petit", "président", "conseil départemental de Meuse"), ("Paul Noir", "président", "conseil départemental des Vosges")]),  # noqa: E501
    ],
)  # fmt: skip
def test_shapes(read: Read, text: str, rows: Rows) -> None:
    assert sorted((p.person, p.position, p.organization) for p in read(text).positions) == sorted(rows, key=str)


def test_office_of_the_next_person_is_not_of_the_one_before(read: Read) -> None:
    text = "Ont parlé Luc Petit, la vice-présidente de la Chambre de commerce de Metz Nora Blanc et d’autres."
    assert [(p.person, p.organization) for p in read(text).positions] == [("Nora Blanc", "Chambre de commerce de Metz")]


def test_affiliation_without_an_office_is_no_position(read: Read) -> None:
    record = read("10 h Table ronde\n• Luc Petit (Fondation Orion)\n• Nora Blanc, SIVOM")
    assert record.positions == ()
    assert [(p.agent, p.organization) for p in record.participations] == [
        ("Luc Petit", "Fondation Orion"),
        ("Nora Blanc", "SIVOM"),
    ]


def test_board_list_has_its_offices_in_headings(read: Read) -> None:
    record = read("Verein Oder-Region\n\nPräsident\n\n• Jan Kowal\n\nVizepräsidenten\n\n• Emma Roth\n• Paul Noir\n")
    assert [(p.person, p.position) for p in record.positions] == [
        ("Jan Kowal", "Präsident"),
        ("Emma Roth", "Vizepräsident"),
        ("Paul Noir", "Vizepräsident"),
    ]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Die Rede auf die Preisträger hielt Dr. Paul Kern, Rektor der Universität Trier.",
         {("Paul Kern", "Rektor", "Universität Trier")}),
        ("• Regierungschef-Stellvertreterin Anna Lehr", {("Anna Lehr", "Regierungschef-Stellvertreterin", None)}),
        ("• Anna Lehr, Obmann-Stv.", {("Anna Lehr", "Obmann-Stv", None)}),
        ("Anna Lehr von der Universität Trier erläuterte den Plan, und Herr Kern\ndie Lage drüben.", set()),
        ("Paul Kern, der auch Landrat des Landkreises Moorburg ist, lobte den Plan.",
         {("Paul Kern", "Landrat", "Landkreis Moorburg")}),
    ],
)  # fmt: skip
def test_a_verb_ends_what_somebody_is(read: Read, text: str, held: set[tuple[str, str, str | None]]) -> None:
    assert {(p.person, p.position, p.organization) for p in read(text).positions} == held


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Mayor of Derry and Strabane, Councillor Jane Hill, spoke.",
            {("Jane Hill", "Mayor", "Derry"), ("Jane Hill", "Mayor", "Strabane"), ("Jane Hill", "Councillor", None)},
        ),
        (
            "Minister for Further and Higher Education Paul Moore spoke.",
            {("Paul Moore", "Minister for Further and Higher Education", None)},
        ),
        (
            "Norway's Minister of Foreign Affairs, Anna Weber, sent a video message.",
            {("Anna Weber", "Minister of Foreign Affairs", "Norway")},
        ),
        (
            "It ended well. Tuomo Alatalu, head teacher of the Harbourschool in Tornio, spoke.",
            {("Tuomo Alatalu", "head teacher", "Harbourschool")},
        ),
        (
            "Anna Weber, who has been County Mayor of Finnmark since 2021, spoke.",
            {("Anna Weber", "County Mayor", "Finnmark")},
        ),
        ("Anna Weber (Donegal ETB), Jane Hill (Sligo IT)", set()),
    ],
)
def test_office_in_an_english_report(read: Read, text: str, rows: set[tuple[str, str, str | None]]) -> None:
    assert {(p.person, p.position, p.organization) for p in read(text).positions} == rows


def test_town_and_acronym_are_no_person(persons: Callable[[str], list[str]]) -> None:
    assert persons("Anna Weber (Donegal ETB), Jane Hill (Sligo IT)") == ["Anna Weber", "Jane Hill"]


def test_body_with_and_in_its_name_parts_no_office_from_its_holder(read: Read) -> None:
    text = "At noon the Chair of Fermanagh and Omagh District Council, Councillor Jane Hill, spoke."
    held = {(p.position, p.organization) for p in read(text).positions}
    assert held == {("Chair", "Fermanagh and Omagh District Council"), ("Councillor", None)}


def test_unknown_name_before_a_kind_of_territory(read: Read) -> None:
    record = read("• Paul Moore, Mayor of Torrinas District\n• Jane Hill, Vice-Mayor, Torrinas District Municipality")
    assert {(p.person, p.position, p.organization) for p in record.positions} == {
        ("Paul Moore", "Mayor", "Torrinas District"),
        ("Jane Hill", "Vice-Mayor", "Torrinas District Municipality"),
    }


def test_council_of_two_places_and_field_before_a_secretary(read: Read) -> None:
    text = "Jane Hill, Leader of Argyll and Bute Council, met Scottish Transport Secretary Anna Weber in Derry."
    assert {(p.person, p.position, p.organization) for p in read(text).positions} == {
        ("Jane Hill", "Leader", "Argyll and Bute Council"),
        ("Anna Weber", "Scottish Transport Secretary", None),
    }


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("• Luc Petit, président du Comité olympique monégasque", "président", "Comité olympique monégasque"),
        ("• Nora Blanc, directrice de l’Institut culturel frison", "directrice", "Institut culturel frison"),
        (
            "• Paul Noir, gérant de la Société d’entretien des digues du Zwin",
            "gérant",
            "Société d’entretien des digues du Zwin",
        ),
        ("• Luc Petit, cheffe du Service cantonal des forêts", "cheffe", "Service cantonal des forêts"),
        (
            "• Nora Blanc, professeure d’allemand au lycée Louise-Michel",
            "professeure d’allemand",
            "lycée Louise-Michel",
        ),
        ("• Paul Noir, directeur du CFA de Virton", "directeur", "CFA de Virton"),
        (
            "• Luc Petit, président de l’Union de montagne Haute vallée de Stura",
            "président",
            "Union de montagne Haute vallée de Stura",
        ),
    ],
)
def test_french_bodies_beside_an_office(read: Read, text: str, office: str, body: str) -> None:
    assert [(p.position, p.organization) for p in read(text).positions] == [(office, body)]
