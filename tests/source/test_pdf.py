"""The words of a PDF in the order in which a person reads them."""

from collections.abc import Callable
from types import ModuleType

import pytest

from kg.errors import SourceError
from kg.model import BlockKind, Document

Reading = Callable[[str, bytes], Document]
Words = tuple[float, float, float, str]

H, P, L, R = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW

FRENCH = (
    "La coopération trans-",
    "frontalière entre les",
    "communes de la vallée a",
    "été au coeur du débat que",
    "la ville a organisé hier",
    "avec ses partenaires.",
)
GERMAN = (
    "Die grenzüberschreitende",
    "Zusammenarbeit der Ge-",
    "meinden im Tal und der",
    "Kammern stand im Mittel-",
    "punkt der Debatte, die von",
    "der Stadt geführt wurde.",
)


def column(left: float, top: float, lines: tuple[str, ...]) -> list[Words]:
    return [(left, top - 13 * number, 11, line) for number, line in enumerate(lines)]


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_columns_are_read_one_after_the_other(reading: Reading, seeds: ModuleType) -> None:
    page = [(60, 780, 20, "Bilan"), *column(60, 740, FRENCH), *column(320, 740, GERMAN)]
    document = reading("a.pdf", seeds.pdf([page]))
    assert blocks(document) == [
        (H, "Bilan"),
        (
            P,
            "La coopération transfrontalière entre les communes de la vallée a été au coeur du débat que la ville a "
            "organisé hier avec ses partenaires.",
        ),
        (
            P,
            "Die grenzüberschreitende Zusammenarbeit der Gemeinden im Tal und der Kammern stand im Mittelpunkt der "
            "Debatte, die von der Stadt geführt wurde.",
        ),
    ]
    assert [block.language for block in document.blocks] == [None, None, "de"]


def test_a_time_table_is_read_across(reading: Reading, seeds: ModuleType) -> None:
    rows = [(700, "9h30", "Table ronde : le travail"), (660, "10h45", "Pause"), (640, "11h00", "Visite")]
    page = [(left, base, 11, text) for base, hour, what in rows for left, text in ((60, hour), (140, what))]
    page += [(140, 687, 11, "frontalier")]
    assert blocks(reading("a.pdf", seeds.pdf([page]))) == [
        (R, "9h30\tTable ronde : le travail frontalier"),
        (R, "10h45\tPause"),
        (R, "11h00\tVisite"),
    ]


def test_running_heads_and_numbers_go(reading: Reading, seeds: ModuleType) -> None:
    pages = [
        [(60, 800, 9, f"Courrier n° {n}"), (60, 740, 11, f"Texte {word}"), (290, 30, 9, f"Seite {n} von 3")]
        for n, word in enumerate(("un", "deux", "trois"), 1)
    ]
    assert blocks(reading("a.pdf", seeds.pdf(pages))) == [(P, "Texte un"), (P, "Texte deux"), (P, "Texte trois")]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("la conférence trans-", "frontalière", "la conférence transfrontalière"),
        ("le bureau du vice-", "président", "le bureau du vice-président"),
        ("das Land Rheinland-", "Pfalz", "das Land Rheinland-Pfalz"),
        ("die Industrie-", "und Handelskammer", "die Industrie- und Handelskammer"),
    ],
)
def test_divided_words(reading: Reading, seeds: ModuleType, above: str, below: str, whole: str) -> None:
    assert blocks(reading("a.pdf", seeds.pdf([column(60, 700, (above, below))]))) == [(P, whole)]


def test_bullets_are_items(reading: Reading, seeds: ModuleType) -> None:
    assert blocks(reading("a.pdf", seeds.pdf([column(60, 700, ("• un", "• deux"))]))) == [(L, "un"), (L, "deux")]


def test_a_picture_of_a_page_says_so(reading: Reading, seeds: ModuleType) -> None:
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        b"\nstream\n\x80\nendstream"
    )
    data = seeds.pdf_of([b"q 500 0 0 700 40 40 cm /I Do Q"], b"<< /XObject << /I 3 0 R >> >>", picture)
    with pytest.raises(SourceError, match="holds pictures of pages and no text; run OCR first"):
        reading("a.pdf", data)


def test_an_empty_pdf(reading: Reading, seeds: ModuleType) -> None:
    with pytest.raises(SourceError, match="is empty"):
        reading("a.pdf", seeds.pdf([[]]))


@pytest.mark.parametrize("data", [b"text", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"])
def test_what_is_no_pdf(reading: Reading, data: bytes) -> None:
    with pytest.raises(SourceError, match=r"is no PDF|is damaged"):
        reading("a.pdf", data)


def test_prose_is_joined_and_a_list_is_not(reading: Reading, seeds: ModuleType) -> None:
    prose = (
        "Der Verein der Nachbarn hat am Montag in der",
        "Halle getagt und einen neuen Vorstand und die",
        "Kassenprüfer gewählt.",
    )
    names = ("Anna Beispiel, Trier", "Karl Thal, Metz", "Rosa Lux, Namur", "Udo Kern, Perl")
    page = [*column(60, 700, prose), *column(60, 600, names)]
    assert blocks(reading("a.pdf", seeds.pdf([page]))) == [(P, " ".join(prose)), (P, "\n".join(names))]
