"""A long document in portions: what is said is what stands there, joined by name."""

from kg import extract
from kg.extract import portions
from kg.model import Block, BlockKind, Document, Span
from kg.text.normal import sha256

PAGE = "Réunion du {day} juin 2021 à Metz\n\n10h00 – Anna Muster, directrice de l’Institut Nord : « Accueil »\n\n"


def long_document() -> Document:
    text = "".join(PAGE.format(day=1 + n % 28) for n in range(3_000))
    return Document(id="long", language="fr", text=text, sha256=sha256(text))


def test_portions_are_the_whole_and_none_is_longer_than_the_most() -> None:
    document = long_document()
    cut = list(portions.portions(document))
    assert "".join(part.text for _, part in cut) == document.text
    assert all(len(part.text) <= portions.MOST for _, part in cut)
    assert all(document.text.startswith(part.text, offset) for offset, part in cut)


def test_blocks_are_cut_with_the_text() -> None:
    text = "a " * portions.MOST
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text) - 1))
    document = Document(id="long", language="fr", text=text, sha256=sha256(text), blocks=(block,))
    for _, part in portions.portions(document):
        assert [b.span.start for b in part.blocks] == [0]
        assert all(b.span.end <= len(part.text) for b in part.blocks)


def test_what_is_named_in_many_portions_is_one_mention_and_evidence_stands_in_the_text() -> None:
    document = long_document()
    record, _ = extract.extract(document)
    people = [m for m in record.mentions if m.name == "Anna Muster"]
    assert len(people) == 1
    assert all(span.of(document.text) == "Anna Muster" for span in people[0].evidence)
    ids = [event.id for event in record.events]
    assert len(ids) == len(set(ids)) > 3_000
    assert {part.event for part in record.participations} <= set(ids)
    assert max(span.end for event in record.events for span in event.evidence) > portions.MOST


def test_what_many_portions_say_alike_is_kept_once() -> None:
    record, _ = extract.extract(long_document())
    holders = [part for part in record.participations if part.agent == "Anna Muster"]
    assert len(holders) > 1
    assert len({id(part.agent) for part in holders}) == 1
    assert len({id(part.position) for part in holders}) == 1
