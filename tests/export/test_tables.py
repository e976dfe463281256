"""CSV: the tables that pandas, R and spreadsheets open."""

import csv
import io
import zipfile

import pandas
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.export import to_bytes
from kg.export.columns import SHEETS
from kg.export.tables import cell
from kg.query import EmbeddedEngine, engine_over
from kg.vocab import terms as t
from kg.vocab.namespaces import ID

Rows = list[dict[str, str]]


def tables(engine: EmbeddedEngine) -> dict[str, Rows]:
    with zipfile.ZipFile(io.BytesIO(to_bytes(engine, "csv"))) as packed:
        texts = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text, newline="")))
        for name, text in texts.items()
        if name.endswith(".csv")
    }


def test_events_and_sessions_are_apart(small: EmbeddedEngine) -> None:
    found = tables(small)
    assert [row["name"] for row in found["events"]] == ["Forum des frontières"]
    assert [(row["name"], row["position"], row["whole_event_name"]) for row in found["sessions"]] == [
        ("Table ronde", "2", "Forum des frontières"),
        ("Ouverture", "1", "Forum des frontières"),
    ]


def test_names_stand_in_three_languages(small: EmbeddedEngine) -> None:
    (row,) = tables(small)["organisations"]
    assert (row["name"], row["name_fr"], row["name_de"], row["name_en"]) == ("Chambre", "Chambre", "Kammer", "Chamber")
    assert (row["kind"], row["competent_for_name_de"], row["seat_name"]) == ("party", "Lothringen", "Metz")


def test_places_and_venues_are_told_apart(small: EmbeddedEngine) -> None:
    (row,) = tables(small)["events"]
    assert (row["place_name"], row["venue_name"], row["mentions_name"]) == ("Metz", "Halle", "Traité")


def test_a_participation_says_who_as_what_for_whom_and_where_it_is_written(small: EmbeddedEngine) -> None:
    row = tables(small)["participations"][0]
    assert row["person_name"] == "Anne Weiss"
    assert (row["role"], row["role_de"]) == ("speaker", "Referent")
    assert (row["post_title"], row["on_behalf_of_name"]) == ("présidente", "Chambre")
    assert (row["event_name"], row["whole_event_name"]) == ("Ouverture", "Forum des frontières")
    assert (row["factuality"], row["quotes"]) == ("announced", "Anne Weiss, présidente, Chambre")
    assert row["documents"] == f"{ID}document-1"


def test_an_organisation_that_takes_part_is_no_person(small: EmbeddedEngine) -> None:
    row = tables(small)["participations"][1]
    assert (row["person"], row["on_behalf_of_name"], row["role"]) == ("", "Chambre", "host")


def test_evidence_has_the_passage_and_its_place(small: EmbeddedEngine) -> None:
    row = tables(small)["evidence"][0]
    assert (row["start"], row["end"], row["quote"]) == ("0", "33", "Forum des frontières, 11 mai 2023")
    assert (row["document_title"], row["text_sha256"]) == ("Programme", "ab12")


def test_the_guide_explains_every_column(small: EmbeddedEngine) -> None:
    with zipfile.ZipFile(io.BytesIO(to_bytes(small, "csv"))) as packed:
        guide = packed.read("README.txt").decode("utf-8-sig")
        assert packed.namelist() == ["README.txt", *(f"{sheet.name}.csv" for sheet in SHEETS)]
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for sheet in SHEETS:
        assert f"{sheet.name}.csv: {sheet.meaning}" in guide
        assert all(f"  {column.name}: " in guide for column in sheet.columns)
        assert len({column.name for column in sheet.columns}) == len(sheet.columns)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_harmless(start: str) -> None:
    assert cell(f"{start}1+1") == f"'{start}1+1"


def test_control_characters_do_not_hide_a_formula() -> None:
    assert cell("\x00=1+1") == "'=1+1"
    assert cell("a\x00b\x1bc\nd") == "abc\nd"


def test_pandas_reads_every_word_back() -> None:
    """Quotes, line breaks, commas and a byte order mark inside a name do not shift a column."""
    name = 'a "b", c;\nd \u202e e \U0001f600 \ufeff </script>'
    store = Store()
    person = NamedNode(ID + "person-1")
    store.add(Quad(person, NamedNode(t.TYPE), NamedNode(t.PERSON)))
    store.add(Quad(person, NamedNode(t.LABEL), Literal(name)))
    with zipfile.ZipFile(io.BytesIO(to_bytes(engine_over(store), "csv"))) as packed, packed.open("people.csv") as file:
        frame = pandas.read_csv(file, keep_default_na=False)
    assert frame.loc[0, "name"] == name
    assert frame.loc[0, "person"] == person.value
