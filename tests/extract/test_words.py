import pytest

from kg.extract import lexicon, words


def row(text: str) -> tuple[words.Word, ...]:
    return words.split(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Jean-Luc d’Alzette", "^hsa"),
        ("Metz, Nancy ; Trier", "^c;"),
        ("Name (Körper) – Titel", "^()"[:2] + ")"),
        ("Industrie- und Handelskammer", "^ss"),
        ("Dr. Meier: « Titel »", "^d:"[:3] + "q"[:0] + ""),
    ],
)
def test_gap_tells_what_stands_between(text: str, gaps: str) -> None:
    assert "".join(w.gap for w in row(text)).startswith(gaps)


def test_shape_and_fold() -> None:
    assert [(w.shape, w.fold) for w in row("Städte EVTZ der 9h50 réseau")] == [
        ("C", "stadte"),
        ("U", "evtz"),
        ("l", "der"),
        ("0", "9h50"),
        ("l", "reseau"),
    ]


def test_longest_phrase_wins_over_hyphens_and_accents() -> None:
    phrases = lexicon.Phrases({"vice president": "long", "vice": "short"})
    assert words.longest(row("Vice-Président de"), 0, phrases) == (2, "long")
    assert words.longest(row("vice, président"), 0, phrases) == (1, "short")
