"""What the desk and the page that pyvis draws do alike, as a reader meets it."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.view import RENDERERS

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


@pytest.fixture(params=RENDERERS)
def renderer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("name", ["evening", "hostile"])
def test_opens_without_a_request_or_a_message(opened: Open, renderer: str, name: str) -> None:
    found = opened(f"{renderer}-{name}")
    found.page.wait_for_timeout(300)
    assert (found.requests, found.messages, found.dialogs) == ([], [], [])


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("gross", "Jürgen Groß"),
        ("juergen gro", "Jürgen Groß"),
        ("Müller", "Nicole Muller-Becker"),
        ("becker nicole", "Nicole Muller-Becker"),
        ("grossregion", "Grande Région"),
        ("SAARBRUCKEN", "Sarrebruck"),
        ("igr", "Institut de la Grande Région"),
        ("abend zum vertrag", "Soirée sur le traité d’Aix-la-Chapelle"),
    ],
)
def test_search_knows_every_name_in_every_language(opened: Open, renderer: str, typed: str, named: str) -> None:
    found = opened(f"{renderer}-evening")
    found.choose(typed)
    assert found.page.inner_text("#panel h2") == named


def test_suggestions_are_walked_with_the_keyboard(opened: Open, renderer: str) -> None:
    found = opened(f"{renderer}-evening")
    found.page.focus("#query")
    found.page.keyboard.type("grand")
    options = found.page.locator("#found [role=option]")
    assert options.count() > 1
    second = options.nth(1).inner_text()
    found.page.keyboard.press("ArrowDown")
    assert found.page.get_attribute("#query", "aria-activedescendant") == "found-1"
    found.page.keyboard.press("Enter")
    assert found.page.inner_text("#panel h2") in second
    assert found.page.get_attribute("#query", "aria-expanded") == "false"


def test_search_says_when_nothing_is_found(opened: Open, renderer: str) -> None:
    found = opened(f"{renderer}-evening")
    found.page.fill("#query", "zzz")
    assert "Aucun nom" in found.page.inner_text("#found")
    found.page.press("#query", "Enter")
    assert found.page.locator("#panel h2").count() == 0


def test_unnamed_guest_and_office_without_a_body_are_told(opened: Open, renderer: str) -> None:
    found = opened(f"{renderer}-evening")
    assert "consule générale" in found.choose("table ronde")
    card = found.choose("Groß")
    assert "maire" in card
    assert "période : 2015/2020" in card
