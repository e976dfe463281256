"""Confidence: what is seen of an item, what it is worth, and that the page of the documentation knows it."""

import re
from pathlib import Path

import pytest

from kg import extract
from kg.extract.agreement import Witness, Witnessed, key
from kg.extract.confidence.weighing import features, weighed
from kg.extract.confidence.weights import BIAS, FACETS, LEAST, MOST, Weights, weights
from kg.model import Document, Event, Participation, Record, Role, Span
from kg.text.normal import sha256

ROOT = Path(__file__).resolve().parents[3]
TEXT = """Fachtag Grenzraum

Donnerstag, 12. März 2020 – Trier

10.00 – 10.30 Uhr  Begrüßung
Dr. Erika Beispiel, Direktorin, Institut für Grenzfragen

10.30 – 12.00 Uhr  Podium: Wege zur Arbeit
Moderation: Paul Muster, Redakteur, Grenzbote
"""
DOCUMENT = Document(id="fachtag", language="de", text=TEXT, sha256=sha256(TEXT))


@pytest.fixture(scope="module")
def record() -> Record:
    return extract.extract(DOCUMENT)[0]


def figures(record: Record) -> list[float | None]:
    return [
        *(m.confidence for m in record.mentions),
        *(e.confidence for e in record.events),
        *(p.confidence for p in record.participations),
        *(p.confidence for p in record.positions),
    ]


def test_every_extracted_item_has_a_figure_of_two_digits(record: Record) -> None:
    found = figures(record)
    assert len(found) > 8
    assert all(c is not None and LEAST <= c <= MOST and c == round(c, 2) for c in found)


def test_the_same_page_gives_the_same_figures(record: Record) -> None:
    assert extract.extract(DOCUMENT)[0] == record


def test_what_is_seen_of_an_item(record: Record) -> None:
    seen = features(record)
    person = next(n for n, m in enumerate(record.mentions) if m.name == "Erika Beispiel")
    assert {"is-person", "known-given-name", "holds-office"} <= set(seen["entities"][person])
    main = next(n for n, e in enumerate(record.events) if e.part_of is None)
    assert {"main", "has-sessions"} <= set(seen["events"][main])
    podium = next(n for n, e in enumerate(record.events) if "Wege" in e.title)
    assert {"session", "has-time", "has-people", "in-timed"} <= set(seen["events"][podium])


@pytest.mark.parametrize(("witness", "way"), [(Witness.MARKUP, 1), (Witness.EXTRACTOR, 1), (Witness.NO_RULE, -1)])
def test_a_second_witness_moves_the_item_that_it_speaks_of_and_no_other(
    record: Record, witness: Witness, way: int
) -> None:
    bare = weighed(record)
    told = weighed(record, [Witnessed(key(record.participations[0]), witness)])
    before, after = bare.participations[0].confidence, told.participations[0].confidence
    assert before is not None and after is not None
    assert (after - before) * way > 0
    assert figures(told)[: len(record.mentions)] == figures(bare)[: len(record.mentions)]
    assert told.participations[1:] == bare.participations[1:]


def test_an_event_named_in_between_makes_a_part_less_sure() -> None:
    text = "Tag der Nachbarn\nTag der Wege\nAnna Modell spricht.\n"
    spans = [Span(0, 16), Span(17, 29), Span(30, 41)]
    events = tuple(Event(id=f"e{n}", title=spans[n].of(text), start="2024", evidence=(spans[n],)) for n in (0, 1))
    parts = tuple(
        Participation(agent="Anna Modell", event=f"e{n}", role=Role.SPEAKER, evidence=(spans[2],)) for n in (0, 1)
    )
    document = Document(id="a", language="de", text=text, sha256=sha256(text))
    seen = features(Record(document=document, events=events, participations=parts))["participations"]
    assert "other-event-between" in seen[0]
    assert "other-event-between" not in seen[1]


def test_a_record_with_nothing_in_it() -> None:
    record = Record(document=Document(id="leer", language="de", text="", sha256=sha256("")))
    assert weighed(record) == record


def test_figures_never_claim_certainty() -> None:
    assert Weights({BIAS: 50.0}, {}).confidence(()) == MOST
    assert Weights({BIAS: -50.0}, {}).confidence(()) == LEAST
    assert Weights({BIAS: 0.0}, {}).confidence(["never heard of"]) == 0.5


def test_every_weight_is_of_a_feature_that_the_documentation_names() -> None:
    page = (ROOT / "docs" / "confidence.md").read_text("utf-8")
    families = ("is-", "as-")
    named = set(re.findall(r"`([a-z-]+)`", page))
    kinds = {"organization", "person", "territory", "venue", "work"}
    for facet in FACETS:
        for name in set(weights()[facet].of) - {BIAS}:
            general = re.sub(rf"^({'|'.join(kinds)})-", "person-", name)
            assert name.startswith(families) or general in named, f"{facet}: {name}"


def test_weights_are_small_enough_to_be_argued_with() -> None:
    for facet in FACETS:
        assert all(abs(weight) < 4 for weight in weights()[facet].of.values())
