import dataclasses
import inspect

import pytest

import kg.model
from kg.model import Document, Factuality, Passage, Record, Span

TYPES = [one for one in vars(kg.model).values() if inspect.isclass(one) and dataclasses.is_dataclass(one)]


@pytest.mark.parametrize("type_", TYPES, ids=lambda t: t.__name__)
def test_what_travels_is_frozen_and_slotted(type_: type) -> None:
    assert type_.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(type_)


def test_a_record_cannot_be_changed() -> None:
    record = Record(document=Document(id="a", language="fr", text="", sha256=""))
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.reviewed = True  # type: ignore[misc]


def test_every_type_of_the_model_is_public() -> None:
    assert sorted(kg.model.__all__) == kg.model.__all__
    assert {t.__name__ for t in TYPES} <= set(kg.model.__all__)


def record(*passages: Passage) -> Record:
    document = Document(id="a", language="fr", text="x" * 40, sha256="")
    return Record(document=document, factuality=Factuality.ANNOUNCED, passages=passages)


REPORTED = Passage(span=Span(10, 20), factuality=Factuality.REPORTED)


@pytest.mark.parametrize(
    ("start", "factuality"),
    [
        (9, Factuality.ANNOUNCED),
        (10, Factuality.REPORTED),
        (19, Factuality.REPORTED),
        (20, Factuality.ANNOUNCED),
    ],
)
def test_factuality_is_that_of_the_passage_in_which_the_statement_begins(start: int, factuality: Factuality) -> None:
    assert record(REPORTED).factuality_at((Span(start, 30),)) is factuality


def test_without_evidence_the_document_decides() -> None:
    assert record(REPORTED).factuality_at(()) is Factuality.ANNOUNCED


def test_the_first_span_decides() -> None:
    assert record(REPORTED).factuality_at((Span(0, 5), Span(10, 12))) is Factuality.ANNOUNCED


def test_the_first_of_two_passages_decides() -> None:
    excused = Passage(span=Span(12, 16), factuality=Factuality.EXCUSED)
    assert record(excused, REPORTED).factuality_at((Span(13, 14),)) is Factuality.EXCUSED
