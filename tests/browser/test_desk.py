"""The desk as a reader meets it: opened from disk, with no network."""

import json
from pathlib import Path
from typing import Any, Protocol
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse

pytestmark = pytest.mark.browser

COLOURS = {"0,114,178", "230,159,0", "0,158,115", "204,121,167", "213,94,0"}
QUOTED = "Nicole Muller-Becker, vice-présidente du Conseil régional Grand Est,"
PICTURE = """() => {
    const canvas = document.querySelector("#canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join());
    return [...colours];
}"""
SHOWN = """() => {
    const { graph, scene } = kgDesk;
    const on = [...scene.nodeOn.keys()].filter((node) => scene.nodeOn[node] === 1);
    return on.map((node) => graph.ids.get(node)).sort();
}"""
TIES = """() => {
    const { scene, tieId } = kgDesk;
    return [...scene.tieOn.keys()].filter((tie) => scene.tieOn[tie] === 1).map(tieId).sort();
}"""
OUT_OF_SIGHT = """() => {
    const { graph, scene, toScreen, view } = kgDesk;
    return [...scene.nodeOn.keys()].filter((node) => {
        const [x, y] = toScreen(graph.x[node], graph.y[node]);
        return x < 0 || y < 0 || x > view.width || y > view.height;
    });
}"""


class Opened(Protocol):
    """What the fixture gives."""

    page: Any
    requests: list[str]
    messages: list[str]
    dialogs: list[str]

    def choose(self, name: str) -> str: ...
    def click(self, node: str) -> str: ...


class Open(Protocol):
    def __call__(
        self, name: str, *, width: int = ..., height: int = ..., scheme: str = ..., address: str = ...
    ) -> Opened: ...


def shown(found: Opened) -> set[str]:
    return set(found.page.evaluate(SHOWN))


def ties(found: Opened) -> list[str]:
    names: list[str] = found.page.evaluate(TIES)
    return names


def change(found: Opened, **values: Any) -> None:
    found.page.evaluate("values => kgDesk.change(values)", values)


def place_of_tie(found: Opened, one: str, other: str) -> list[float]:
    place: list[float] = found.page.evaluate(
        """([one, other]) => {
            const { graph, numberOf, toScreen } = kgDesk;
            const [a, b] = [one, other].map((id) => toScreen(graph.x[numberOf(id)], graph.y[numberOf(id)]));
            const box = document.querySelector("#canvas").getBoundingClientRect();
            return [box.left + (a[0] + b[0]) / 2, box.top + (a[1] + b[1]) / 2];
        }""",
        [one, other],
    )
    return place


# --- opening


def test_browser_lets_the_page_ask_nothing_and_write_no_markup(opened: Open) -> None:
    found = opened("desk-evening")
    answer = found.page.evaluate("() => fetch('https://example.org/').then(() => 'answered', () => 'refused')")
    assert (answer, found.requests) == ("refused", [])
    written = found.page.evaluate("() => { try { document.body.innerHTML = '<b>'; } catch { return 'refused'; } }")
    assert written == "refused"


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (900, 700), (360, 740)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whole_graph_is_drawn_in_its_colours(opened: Open, width: int, height: int, scheme: str) -> None:
    found = opened("desk-evening", width=width, height=height, scheme=scheme)
    found.page.wait_for_function("() => kgDesk.drawn.pictures > 0")
    found.page.wait_for_timeout(200)
    assert set(found.page.evaluate(PICTURE)) >= COLOURS
    assert found.page.evaluate(OUT_OF_SIGHT) == []
    assert found.page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_title_and_words_are_in_the_language_of_the_browser(opened: Open) -> None:
    found = opened("desk-evening")
    assert found.page.title() == "Réseau transfrontalier"
    found.page.get_by_role("button", name="DE", exact=True).click()
    assert found.page.title() == "Grenzüberschreitendes Netzwerk"
    assert found.page.evaluate("() => document.documentElement.lang") == "de"


# --- finding


def test_legend_hides_a_kind_and_search_brings_it_back(opened: Open) -> None:
    found = opened("desk-evening")
    people = found.page.get_by_role("button", name="Personne (2)")
    people.click()
    assert people.get_attribute("aria-pressed") == "false"
    assert "id:person-1" not in shown(found)
    assert QUOTED in found.choose("Muller-Becker")
    assert "id:person-1" in shown(found)


def test_role_lets_through_its_statements_and_what_holds_them_up(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.get_by_text("Rôle", exact=True).click()
    found.page.check("[id='role https://w3id.org/grkg/role/organizer']")
    assert ties(found) == [
        "id:event-aachen id:territory-saarbruecken place",
        "id:organisation-igr id:event-aachen announced",
        "id:organisation-igr id:territory-grande-region acts_for",
    ]
    assert shown(found) == {
        "id:event-aachen",
        "id:organisation-igr",
        "id:territory-grande-region",
        "id:territory-saarbruecken",
    }
    found.page.click("#facets-all")
    assert "id:person-1" in shown(found)


def test_announced_and_reported_are_told_apart(opened: Open) -> None:
    found = opened("desk-evening")
    change(found, filters={"factuality": ["https://w3id.org/grkg/factuality/reported"]})
    assert [tie for tie in ties(found) if tie.endswith("announced")] == []
    assert "id:person-1 id:event-aachen reported" in ties(found)


def test_neighbourhood_grows_with_the_steps(opened: Open) -> None:
    found = opened("desk-evening")
    found.choose("Groß")
    sizes = []
    for steps in (1, 2, 3):
        found.page.click(f"#steps-{steps}")
        sizes.append(len(shown(found)))
    assert sizes == sorted(set(sizes))
    assert sizes[0] < 9
    found.page.click("#steps-0")
    assert len(shown(found)) == 9


def test_shortest_path_is_picked_out(opened: Open) -> None:
    found = opened("desk-evening")
    found.choose("Conseil régional Grand Est")
    found.page.click("#path-start")
    found.choose("Sarrebruck")
    found.page.click("#path-end")
    assert found.page.evaluate("() => kgDesk.state.set") == [
        "id:organisation-grand-est", "id:person-1", "id:event-aachen", "id:territory-saarbruecken",
    ]  # fmt: skip
    assert "3 liens" in found.page.inner_text("#status")


def test_only_what_crosses_a_border(opened: Open) -> None:
    found = opened("desk-evening")
    everything = ties(found)
    found.page.check("#flag-border")
    assert set(ties(found)) < set(everything)
    assert "id:event-panel id:event-aachen part" not in ties(found)


# --- time


def test_time_lets_through_what_is_attested_then(opened: Open) -> None:
    found = opened("desk-evening")
    before = ties(found)
    change(found, **{"from": "2031", "to": "2031"})
    assert ties(found) == []
    change(found, **{"from": "2019-06", "to": "2019-06"})
    assert "id:person-1 id:event-aachen reported" in ties(found)
    change(found, **{"from": "", "to": ""})
    assert ties(found) == before


def test_handles_of_the_time_are_moved_with_the_keyboard(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.focus("#time-from")
    found.page.keyboard.press("End")
    assert found.page.evaluate("() => kgDesk.state.from") != ""
    assert found.page.evaluate("() => document.activeElement.id") == "time-from"
    assert found.page.get_attribute("#time-from", "aria-valuetext") in found.page.inner_text("#time output")
    found.page.click("#time-all")
    assert found.page.evaluate("() => kgDesk.state.from") == ""


# --- evidence


def test_click_on_a_node_shows_office_event_passage_and_document(opened: Open) -> None:
    found = opened("desk-evening")
    card = found.click("id:person-1")
    assert "vice-présidente, Conseil régional Grand Est — attesté le 4 juin 2019" in card
    assert "Soirée sur le traité d’Aix-la-Chapelle (4 juin 2019)" in card
    assert QUOTED in card
    link = found.page.locator("#panel figcaption a").first
    assert link.get_attribute("href") == "https://example.org/soiree"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_click_on_a_tie_shows_its_statements_with_what_was_announced_and_what_reported(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.mouse.click(*place_of_tie(found, "id:person-1", "id:event-aachen"))
    card = found.page.inner_text("#panel")
    assert "Nicole Muller-Becker — Soirée sur le traité d’Aix-la-Chapelle" in card
    assert (QUOTED in card, "rapporté" in card) == (True, True)
    assert ("Es spricht auch Nicole Muller-Becker." in card, "annoncé" in card) == (True, True)


def test_click_beside_everything_closes_the_card(opened: Open) -> None:
    found = opened("desk-evening")
    found.click("id:person-1")
    box = found.page.locator("#canvas").bounding_box()
    found.page.mouse.click(box["x"] + 3, box["y"] + box["height"] - 3)
    assert QUOTED not in found.page.inner_text("#panel")


def test_event_card_says_how_many_came_and_what_it_was_about(opened: Open) -> None:
    card = opened("desk-evening").choose("Soirée sur le traité")
    assert "au moins 100" in card
    assert "Grande salle de la chambre de commerce" in card


# --- projections


def test_institutions_are_tied_and_two_clicks_lead_to_the_sentence(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.check("#projection-organisations")
    assert shown(found) == {"id:organisation-grand-est", "id:organisation-igr"}
    found.page.mouse.click(*place_of_tie(found, "id:organisation-grand-est", "id:organisation-igr"))
    summary = found.page.locator("#panel details summary").first
    if found.page.locator("#panel details").first.get_attribute("open") is None:
        summary.click()
    card = found.page.inner_text("#panel")
    assert "Soirée sur le traité d’Aix-la-Chapelle" in card
    assert QUOTED in card


def test_rungs_of_the_tie_are_chosen(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.check("#projection-people")
    assert {tie.split()[2] for tie in ties(found)} >= {"same_event"}
    found.page.uncheck("#rung-same_event")
    assert [tie for tie in ties(found) if tie.endswith("same_event")] == []
    found.page.check("#projection-events")
    assert "id:person-1 id:event-aachen reported" in ties(found)


def test_turtle_of_a_projection_holds_the_statements_behind_its_ties(opened: Open, tmp_path: Path) -> None:
    found = opened("desk-evening")
    found.page.check("#projection-organisations")
    quads = list(parse(downloaded(found, "network.ttl", tmp_path), format=RdfFormat.TURTLE))
    assert {quad.predicate.value.rpartition("#")[2] for quad in quads} >= {"participant", "in", "evidence", "exact"}
    assert {quad.subject.value.rpartition("/")[2] for quad in quads} >= {"organisation-grand-est", "organisation-igr"}


# --- table, files, citing


def test_table_is_sorted_by_its_columns_and_leads_to_the_card(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.get_by_role("tab", name="Tableau").click()
    names = found.page.locator("#panel tbody th")
    assert names.count() == 9
    found.page.click("#sort-name")
    ordered = names.all_inner_texts()
    found.page.click("#sort-name")
    assert names.all_inner_texts() == ordered[::-1]
    assert found.page.locator("#panel th[aria-sort=descending]").count() == 1
    found.page.get_by_role("button", name="Nicole Muller-Becker").click()
    assert found.page.inner_text("#panel h2") == "Nicole Muller-Becker"


def test_table_holds_the_selection_alone(opened: Open) -> None:
    found = opened("desk-evening")
    found.choose("Groß")
    found.page.get_by_role("tab", name="Tableau").click()
    assert 1 < found.page.locator("#panel tbody tr").count() < 9


def downloaded(found: Opened, name: str, folder: Path) -> bytes:
    found.page.get_by_role("tab", name="Emporter").click()
    with found.page.expect_download() as download:
        found.page.locator(f"[id='file-{name}']").click()
    path = folder / name
    download.value.save_as(path)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["desk-evening", "desk-hostile"])
def test_files_are_what_they_say(opened: Open, name: str, tmp_path: Path) -> None:
    found = opened(name)
    for file in ("network.svg", "network.graphml", "network.gexf"):
        root = ElementTree.fromstring(downloaded(found, file, tmp_path))
        assert root.tag.endswith(file.partition(".")[2])
        assert "script" not in {element.tag.rpartition("}")[2] for element in root.iter()}
    assert downloaded(found, "network.png", tmp_path).startswith(b"\x89PNG")
    quads = list(parse(downloaded(found, "network.ttl", tmp_path), format=RdfFormat.TURTLE))
    assert len(quads) > 30
    assert found.messages == []


def test_csv_has_a_line_for_each_node_and_tie(opened: Open, tmp_path: Path) -> None:
    found = opened("desk-evening")
    nodes = downloaded(found, "nodes.csv", tmp_path).decode("utf-8").splitlines()
    assert nodes[0].split(",")[:3] == ["id", "name", "kind"]
    assert len(nodes) == 10
    assert len(downloaded(found, "ties.csv", tmp_path).decode("utf-8").splitlines()) == len(ties(found)) + 1


def test_page_says_which_version_it_shows_and_how_to_cite_it(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.get_by_role("tab", name="Emporter").click()
    version = found.page.inner_text("#version")
    assert len(version) == 64
    assert version[:12] in found.page.inner_text("#citation")


def test_address_shows_the_same_elsewhere(opened: Open) -> None:
    found = opened("desk-evening", width=1400)
    found.choose("Muller-Becker")
    change(found, hidden=["territory"], filters={"factuality": ["https://w3id.org/grkg/factuality/reported"]})
    found.page.focus("#canvas")
    found.page.keyboard.press("+")
    found.page.wait_for_timeout(600)
    there = opened("desk-evening", width=1400, address=found.page.evaluate("() => location.hash"))
    there.page.wait_for_timeout(300)
    assert there.page.evaluate("() => kgDesk.state") == found.page.evaluate("() => kgDesk.state")
    assert (shown(there), ties(there)) == (shown(found), ties(found))
    view = "() => [kgDesk.view.x, kgDesk.view.y, kgDesk.view.k]"
    assert there.page.evaluate(view) == pytest.approx(found.page.evaluate(view), abs=2)
    assert there.page.inner_text("#panel") == found.page.inner_text("#panel")


def test_address_that_names_a_node_leads_to_it(opened: Open) -> None:
    found = opened("desk-evening", address="#person-1")
    assert found.page.inner_text("#panel h2") == "Nicole Muller-Becker"


@pytest.mark.parametrize(
    "address",
    [
        "#filters=[1",
        "#camera=[1,2]",
        "#camera=[0,0,-1]",
        "#hidden=5",
        "#selected=nobody&steps=9",
        "#x=%ff",
        "#a=b&language=xx",
        "#sort=zz&sheet=zz&panel=sheet",
    ],
)
def test_address_that_makes_no_sense_does_no_harm(opened: Open, address: str) -> None:
    found = opened("desk-evening", address=address)
    found.page.wait_for_timeout(200)
    assert found.messages == []
    assert "id:person-1" in shown(found)
    assert found.page.title() == "Réseau transfrontalier"


# --- for everyone


def test_every_control_has_a_name_and_can_be_reached(opened: Open) -> None:
    found = opened("desk-evening")
    found.choose("Muller-Becker")
    unnamed = found.page.evaluate(
        """() => [...document.querySelectorAll("button, input, textarea, select, [tabindex='0'], a[href]")]
            .filter((one) => !(one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.length > 0))
            .map((one) => one.outerHTML)"""
    )
    assert unnamed == []
    found.page.focus("#query")
    reached = set()
    for _ in range(90):
        found.page.keyboard.press("Tab")
        reached.add(found.page.evaluate("() => document.activeElement.id || document.activeElement.className"))
    assert {
        "zoom-in",
        "zoom-all",
        "kind-person",
        "to",
        "close",
        "canvas",
        "time-from",
        "flag-border",
        "tab-card",
    } <= reached


def test_arrow_keys_move_the_picture_and_the_tabs(opened: Open) -> None:
    found = opened("desk-evening")
    found.page.focus("#canvas")
    before = found.page.evaluate("() => kgDesk.view.x")
    found.page.keyboard.press("ArrowRight")
    assert found.page.evaluate("() => kgDesk.view.x") < before
    found.page.focus("#tab-card")
    found.page.keyboard.press("ArrowRight")
    assert found.page.evaluate("() => document.activeElement.id") == "tab-sheet"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_zoom_buttons_take_the_mouse(opened: Open, width: int, height: int) -> None:
    found = opened("desk-evening", width=width, height=height)
    before = found.page.evaluate("() => kgDesk.view.k")
    found.page.click("#zoom-in", timeout=5000)
    assert found.page.evaluate("() => kgDesk.view.k") > before


# --- safety


def test_hostile_names_and_passages_do_nothing(opened: Open) -> None:
    found = opened("desk-hostile")
    for name in ("image", "script", "rechts", "adresse", "prototype", "ABC", "xxxx"):
        found.choose(name)
        assert found.page.locator("#panel h2").count() == 1, name
        found.page.locator("#panel details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    for panel in ("sheet", "about"):
        change(found, panel=panel, sheet="ties")
    found.page.get_by_role("button", name="EN", exact=True).click()
    found.page.wait_for_timeout(200)
    assert (found.requests, found.messages, found.dialogs) == ([], [], [])
    assert found.page.locator("img, #panel script, #panel svg[onload], iframe").count() == 0
    assert found.page.evaluate("() => document.documentElement.scrollWidth") <= 1280


def test_only_web_addresses_become_links(opened: Open) -> None:
    found = opened("desk-hostile")
    assert "javascript:alert(1)" in found.choose("image")
    links = found.page.locator("#panel a").evaluate_all("all => all.map((one) => one.protocol)")
    assert links == ["https:"]


def test_state_is_plain_and_whole(opened: Open) -> None:
    state = opened("desk-evening").page.evaluate("() => JSON.stringify(kgDesk.state)")
    assert {"language", "filters", "from", "to", "selected", "camera"} <= json.loads(state).keys()
