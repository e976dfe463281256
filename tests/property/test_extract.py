"""Laws of extraction: it never fails on a text, invents nothing, and says the same twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import Document
from kg.text.normal import fold, sha256, stored

PIECES = [
    "Jean Dupont", "Dr. Anna Berger", "M. NOIR", "président", "Direktor", "de la", "des", "Chambre de commerce", "Universität",  # noqa: E501
    "Metz", "Trier", "(ADEM)", "9h30", "10.30 Uhr", "12 mai 2019", "3. Juni 2020", " – ", ", ", ": ", "\n", "\n\n", "• ",  # noqa: E501
    "Programme", "Table ronde", "« Titre »", "animé par", "in Kooperation mit", "étaient présents", "et", "und", ". ", "\t",  # noqa: E501
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))


def document(text: str) -> Document:
    kept = stored(text)
    return Document(id="page", language="fr", text=kept, sha256=sha256(kept))


@given(TEXTS)
@settings(deadline=None, max_examples=150, derandomize=True)
def test_every_item_stands_in_the_text(text: str) -> None:
    record, _ = extract(document(text))
    content = record.document.text
    for mention in record.mentions:
        said = [fold(span.of(content)) for span in mention.evidence]
        assert any(fold(name) in words for name in (mention.name, *mention.aliases) for words in said)
    kinds = (record.events, record.participations, record.positions)
    stated = [item.evidence for items in kinds for item in items]
    assert all(spans and all(span.end <= len(content) for span in spans) for spans in stated)


@given(TEXTS)
@settings(deadline=None, max_examples=80, derandomize=True)
def test_references_lead_somewhere(text: str) -> None:
    record, _ = extract(document(text))
    names = {n for m in record.mentions for n in (m.name, *m.aliases)}
    events = {e.id for e in record.events}
    assert all(p.event in events and (p.agent is None or p.agent in names) for p in record.participations)
    assert all(p.person in names for p in record.positions)
    assert all(e.part_of is None or e.part_of in events for e in record.events)


@given(TEXTS)
@settings(deadline=None, max_examples=40, derandomize=True)
def test_same_text_gives_the_same_record(text: str) -> None:
    assert extract(document(text)) == extract(document(text))
