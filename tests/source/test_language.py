"""The language of a page, and of the blocks that are in another."""

from pathlib import Path

from kg.source import read

FRENCH = "La table ronde est animée par le président de la chambre et les élus de la région."
GERMAN = "Die Gesprächsrunde wird von dem Präsidenten der Kammer und den Abgeordneten des Landes geleitet."


def languages(tmp_path: Path, body: str) -> list[str | None]:
    path = tmp_path / "a.html"
    path.write_text(f"<html lang='fr'><body>{body}</body></html>", "utf-8")
    return [block.language for block in read(path).blocks]


def test_blocks_of_another_language_say_so(tmp_path: Path) -> None:
    assert languages(tmp_path, f"<p>{FRENCH}</p><p>{GERMAN}</p>") == [None, "de"]


def test_a_name_between_two_german_blocks_is_german(tmp_path: Path) -> None:
    body = f"<p>{GERMAN}</p><h3>Anna Beispiel</h3><p>{GERMAN}</p><h3>Anna Beispiel</h3><p>{FRENCH}</p>"
    assert languages(tmp_path, body) == ["de", "de", "de", None, None]


def test_a_foreign_name_is_no_other_language(tmp_path: Path) -> None:
    assert languages(tmp_path, "<p>Anna Beispiel, Industrie- und Handelskammer des Saarlandes</p>") == [None]


def test_a_page_in_a_fourth_language_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html lang='lb'><body><p>{GERMAN}</p></body></html>", "utf-8")
    document = read(path)
    assert (document.language, document.blocks[0].language) == ("lb", None)
