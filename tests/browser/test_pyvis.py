"""The page that pyvis draws, as a reader meets it: opened from disk, with no network."""

from pathlib import Path
from typing import Any, Protocol

import pytest

pytestmark = pytest.mark.browser

PICTURE = """() => {
    const canvas = document.querySelector("#network canvas");
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join());
    return { colours: [...colours], width, height };
}"""
OUT_OF_SIGHT = """() => {
    const box = document.querySelector("#network canvas").getBoundingClientRect();
    return Object.entries(kgView.network.getPositions()).filter(([, place]) => {
        const { x, y } = kgView.network.canvasToDOM(place);
        return x < 0 || y < 0 || x > box.width || y > box.height;
    }).map(([id]) => id);
}"""
COLOURS = {"0,114,178", "230,159,0", "0,158,115", "204,121,167", "213,94,0"}
QUOTED = "Nicole Muller-Becker, vice-présidente du Conseil régional Grand Est,"


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


def test_browser_lets_the_page_ask_nothing_and_write_no_markup(opened: Open) -> None:
    found = opened("pyvis-evening")
    answer = found.page.evaluate("() => fetch('https://example.org/').then(() => 'answered', () => 'refused')")
    assert (answer, found.requests) == ("refused", [])
    assert any("Content Security Policy" in message for message in found.messages)
    written = found.page.evaluate("() => { try { document.body.innerHTML = '<b>'; } catch { return 'refused'; } }")
    assert written == "refused"


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (900, 700), (360, 740)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whole_graph_is_drawn_in_its_colours(opened: Open, width: int, height: int, scheme: str) -> None:
    found = opened("pyvis-evening", width=width, height=height, scheme=scheme)
    found.page.wait_for_timeout(200)
    picture = found.page.evaluate(PICTURE)
    assert set(picture["colours"]) >= COLOURS
    assert found.page.evaluate(OUT_OF_SIGHT) == []
    assert found.page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_search_finds_her_and_the_card_shows_office_event_and_passage(opened: Open) -> None:
    card = opened("pyvis-evening").choose("Muller-Becker")
    assert "Nicole Muller-Becker" in card
    assert "vice-présidente, Conseil régional Grand Est — attesté le 4 juin 2019" in card
    assert "Soirée sur le traité d’Aix-la-Chapelle" in card
    assert QUOTED in card
    assert "rapporté" in card


def test_click_on_a_node_shows_office_event_passage_and_document(opened: Open) -> None:
    found = opened("pyvis-evening")
    card = found.click("id:person-1")
    assert "vice-présidente" in card
    assert "Soirée sur le traité d’Aix-la-Chapelle (4 juin 2019)" in card
    assert QUOTED in card
    link = found.page.locator("#panel figcaption a").first
    assert link.get_attribute("href") == "https://example.org/soiree"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_click_on_a_tie_shows_its_statements_with_what_was_announced_and_what_reported(opened: Open) -> None:
    found = opened("pyvis-evening")
    place = found.page.evaluate(
        """() => {
            const [a, b] = ["id:person-1", "id:event-aachen"].map((id) => kgView.network.getPosition(id));
            const at = kgView.network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
            const box = document.querySelector("#network canvas").getBoundingClientRect();
            return [box.left + at.x, box.top + at.y];
        }"""
    )
    found.page.mouse.click(*place)
    card = found.page.inner_text("#panel")
    assert "Nicole Muller-Becker — Soirée sur le traité d’Aix-la-Chapelle" in card
    assert (QUOTED in card, "rapporté" in card) == (True, True)
    assert ("Es spricht auch Nicole Muller-Becker." in card, "annoncé" in card) == (True, True)


def test_click_beside_everything_closes_the_card(opened: Open) -> None:
    found = opened("pyvis-evening")
    found.click("id:person-1")
    box = found.page.locator("#network canvas").bounding_box()
    found.page.mouse.click(box["x"] + 3, box["y"] + box["height"] - 3)
    assert QUOTED not in found.page.inner_text("#panel")


def test_legend_hides_and_shows_a_kind(opened: Open) -> None:
    found = opened("pyvis-evening")
    people = found.page.get_by_role("button", name="Personne (2)")
    people.click()
    assert people.get_attribute("aria-pressed") == "false"
    assert "id:person-1" not in found.page.evaluate("() => kgView.network.getPositions()")
    people.click()
    assert "id:person-1" in found.page.evaluate("() => kgView.network.getPositions()")


def test_search_shows_what_the_legend_had_hidden(opened: Open) -> None:
    found = opened("pyvis-evening")
    found.page.get_by_role("button", name="Personne (2)").click()
    assert QUOTED in found.choose("Muller-Becker")
    assert "id:person-1" in found.page.evaluate("() => kgView.network.getPositions()")


def test_language_changes_words_labels_and_dates(opened: Open) -> None:
    found = opened("pyvis-evening")
    found.choose("Muller-Becker")
    found.page.get_by_role("button", name="DE", exact=True).click()
    card = found.page.inner_text("#panel")
    assert "belegt am 4. Juni 2019" in card
    assert "Regionalrat Grand Est" in card
    assert found.page.evaluate("() => document.documentElement.lang") == "de"
    assert found.page.title() == "Grenzüberschreitendes Netzwerk"


def test_event_card_says_how_many_came_and_what_it_was_about(opened: Open) -> None:
    card = opened("pyvis-evening").choose("Soirée sur le traité")
    assert "au moins 100" in card
    assert "traité d’Aix-la-Chapelle" in card
    assert "Grande salle de la chambre de commerce" in card


def test_address_leads_to_a_node_and_names_the_one_that_is_shown(opened: Open) -> None:
    found = opened("pyvis-evening", address="#person-1")
    assert found.page.inner_text("#panel h2") == "Nicole Muller-Becker"
    found.choose("Groß")
    assert found.page.url.endswith("#person-2")


def test_every_control_has_a_name_and_can_be_reached(opened: Open) -> None:
    found = opened("pyvis-evening")
    found.choose("Muller-Becker")
    unnamed = found.page.evaluate(
        """() => [...document.querySelectorAll("button, input, [tabindex='0'], a[href]")].filter(
            (one) => !(one.getAttribute("aria-label") || one.textContent.trim())).map((one) => one.outerHTML)"""
    )
    assert unnamed == []
    found.page.focus("#query")
    reached = set()
    for _ in range(40):
        found.page.keyboard.press("Tab")
        reached.add(found.page.evaluate("() => document.activeElement.id || document.activeElement.className"))
    assert {"zoom-in", "zoom-all", "kind-person", "to", "close", "vis-network"} <= reached


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_zoom_buttons_take_the_mouse(opened: Open, width: int, height: int) -> None:
    found = opened("pyvis-evening", width=width, height=height)
    before = found.page.evaluate("() => kgView.network.getScale()")
    found.page.click("#zoom-in", timeout=5000)
    found.page.wait_for_function("before => kgView.network.getScale() > before", arg=before, timeout=5000)


def test_arrow_keys_move_the_picture(opened: Open) -> None:
    found = opened("pyvis-evening")
    found.page.focus("#network .vis-network")
    before = found.page.evaluate("() => kgView.network.getViewPosition()")
    found.page.keyboard.press("ArrowRight", delay=120)
    assert found.page.evaluate("() => kgView.network.getViewPosition()") != before


def test_hostile_names_and_passages_do_nothing(opened: Open) -> None:
    found = opened("pyvis-hostile")
    for name in ("image", "script", "rechts", "adresse", "prototype", "ABC", "xxxx"):
        found.choose(name)
        assert found.page.locator("#panel h2").count() == 1, name
        found.page.locator("#panel details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found.page.get_by_role("button", name="EN", exact=True).click()
    found.page.wait_for_timeout(200)
    assert (found.requests, found.messages, found.dialogs) == ([], [], [])
    assert found.page.locator("img, #panel script, #panel svg[onload], iframe").count() == 0
    assert found.page.evaluate("() => document.documentElement.scrollWidth") <= 1280


def test_only_web_addresses_become_links(opened: Open) -> None:
    found = opened("pyvis-hostile")
    card = found.choose("image")
    assert "javascript:alert(1)" in card
    links = found.page.locator("#panel a").evaluate_all("all => all.map((one) => one.protocol)")
    assert links == ["https:"]


@pytest.mark.parametrize("name", ["pyvis-evening", "pyvis-hostile"])
def test_picture_of_the_page_can_be_taken(opened: Open, name: str, tmp_path: Path) -> None:
    for width, height, scheme in ((1400, 900, "dark"), (360, 740, "light")):
        found = opened(name, width=width, height=height, scheme=scheme)
        found.choose("muller" if name == "pyvis-evening" else "xxxx")
        shot = found.page.screenshot(path=tmp_path / f"{name}-{width}-{scheme}.png")
        assert len(shot) > 10_000
