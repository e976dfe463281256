"""Whole pages in the layouts of common systems: nothing of the content is lost, nothing of the furniture stays."""

from pathlib import Path

import pytest

from kg.source import read

PAGES = Path(__file__).parent / "pages"
FURNITURE = ("MEUBLE", "MÖBEL", "FURNITURE")

CONTENT = {
    "wordpress": [
        "Soirée des maires à Forbach",
        "Publié le 2 mars 2022",
        "Les maires en 2021",
        "Lise Tellier",
        "Paul Roth",
    ],
    "typo3": ["Jahrestagung der Grenzkammern", "Trier, 4. Mai 2023", "10.30 Uhr\tPodium mit Eva Lang", "Vom Bahnhof"],
    "drupal": ["Cross-border mobility day", "12 June 2024", "Town Hall, Rivertown", "Mary Hill", "Panel: trains"],
    "tables": [
        "trifft sich in Perl",
        "Karl Weis",
        "14.30\tVortrag von Dr. Anne Roux, Universität Metz",
        "im Mai statt.",
    ],
    "soup": ["Forum des associations", "Rose Lambert", "11 h Table ronde avec Jean Petit", "le formulaire en ligne."],
    "cards": [
        "Forum Gesundheit im Grenzraum",
        "9.30 – 11.00 Uhr Podium",
        "Tom Arens",
        "Marc Dubois",
        "Kongresshaus, Ring 5",
    ],
}


@pytest.mark.parametrize("name", CONTENT)
def test_page(name: str) -> None:
    text = read(PAGES / f"{name}.html").text
    assert [words for words in CONTENT[name] if words not in text] == []
    assert [line for line in text.splitlines() if any(word in line for word in FURNITURE)] == []


def page(tmp_path: Path, body: str) -> str:
    path = tmp_path / "a.html"
    path.write_text(f"<html lang='fr'><body>{body}</body></html>", "utf-8")
    return read(path).text


LINKS = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Anna Berg", "Karl Thal", "Rosa Lux"))


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Débat</h1><h2>Intervenants</h2><ul>{LINKS}</ul>",
        f"<h1>Débat</h1><p>Ont participé :</p><ul>{LINKS}</ul>",
        f"<ul>{LINKS}</ul>",
    ],
)
def test_a_list_of_linked_people_stays(tmp_path: Path, body: str) -> None:
    assert "Rosa Lux" in page(tmp_path, body)


def test_a_list_of_linked_dates_stays(tmp_path: Path) -> None:
    dates = "".join(f"<li><a href='/{n}'>{n} mai : débat à Metz</a></li>" for n in range(4, 8))
    assert "7 mai : débat à Metz" in page(
        tmp_path, f"<h1>Agenda</h1><p>Les dates du cycle sont fixées.</p><ul>{dates}</ul>"
    )


def test_the_dates_of_a_cycle_are_not_elsewhere(tmp_path: Path) -> None:
    dates = "<h2>Weitere Termine</h2><ul><li><a href='/a'>4. Mai: Trier</a></li></ul>"
    body = f"<h1>Cycle</h1><p>Le cycle commence.</p>{dates}"
    assert "4. Mai: Trier" in page(tmp_path, body)
