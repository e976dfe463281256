from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.extract import extract
from kg.model import Document, Record
from kg.text.normal import sha256

Read = Callable[[str], Record]

TOLD = "Le comité du GECT Alpha s'est réuni à Metz. Nora Blanc a ouvert la séance."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Communiqué de presse\n\nMetz, le 5 juin 2021\n\nUn nouveau départ\n\n{TOLD}", "2021-06-05"),
        (f"Pressemitteilung Nr. 12\n\nGuben, den 5. Juni 2021\n\nEin neuer Anfang\n\n{TOLD}", "2021-06-05"),
        (f"Press release\n\nNewry, 5 June 2021\n\nA new beginning\n\n{TOLD}", "2021-06-05"),
        (f"Un nouveau départ\n\nMetz, le 5 juin 2021 – {TOLD}", "2021-06-05"),
        (f"Réunion du comité\n\nMetz, le 5 juin 2021\n\n{TOLD}", None),
        (f"Communiqué de presse\n\n{TOLD}", None),
    ],
)
def test_the_line_of_place_and_date_is_the_day_of_a_notice(read: Read, text: str, day: str | None) -> None:
    assert read(text).document.published == day


def test_what_the_markup_says_wins() -> None:
    text = f"Communiqué de presse\n\nMetz, le 5 juin 2021\n\n{TOLD}"
    dated = Document(id="page", language="fr", text=text, sha256=sha256(text), published="2021-06-07")
    assert extract(dated)[0].document.published == "2021-06-07"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Communiqué de presse", "Un nouveau départ"),
        ("Newsletter 3/2021", "Un nouveau départ"),
        ("Newsletter de la vallée", "Newsletter de la vallée"),
    ],
)
def test_the_kind_of_a_page_is_no_title(first: str, title: str) -> None:
    text = f"{first}\n\nMetz, le 5 juin 2021\n\nUn nouveau départ\n\n{TOLD}"
    page = Document(id="page", language="fr", text=text, sha256=sha256(text), title=first)
    assert extract(page)[0].document.title == title
    bare = f"{first}\n\n{TOLD}"
    assert extract(replace(page, text=bare, sha256=sha256(bare)))[0].document.title == first
