"""What holds for every resolution: order plays no part, every mention is one thing, ids are stable."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import records, resolve
from kg.model import Label, Record, Resolution

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker

DATA = Path(__file__).resolve().parents[2] / "data"
PREFIXES = "organisation|territory|venue|series|project|instrument"


def sample() -> list[Record]:
    return [records.read(path) for path in sorted((DATA / "records").glob("*.json"))]


def assert_sound(resolution: Resolution, pages: list[Record]) -> None:
    ids = [entity.id for entity in resolution.entities]
    assert ids == sorted(set(ids))
    for entity in resolution.entities:
        assert re.fullmatch(rf"person-[0-9a-f]{{16}}|({PREFIXES})-[a-z0-9-]+", entity.id), entity.id
        assert list(entity.mentions) == sorted(set(entity.mentions)) != []
        assert entity.label not in entity.variants
    keys = [mention for entity in resolution.entities for mention in entity.mentions]
    named = {(r.document.id, m.type, m.name) for r in pages for m in r.mentions}
    assert len(keys) == len(set(keys))
    assert {(key.document, key.type, key.name) for key in keys} == named
    events = [(e.document, e.event) for e in resolution.events]
    assert events == sorted({(r.document.id, e.id) for r in pages for e in r.events})


def test_nothing_gives_nothing(make: Maker) -> None:
    outcome = make.resolve([])
    assert (outcome.resolution.entities, outcome.resolution.events, outcome.issues) == ((), (), ())


def test_the_sample_pages_name_nothing_unknown_but_people() -> None:
    authority = resolve.load_authority([DATA / "authority"])
    resolution, issues = resolve.resolve(sample(), authority, resolve.load_decisions(DATA / "decisions"))
    assert issues == ()
    assert_sound(resolution, sample())
    assert {e.id.partition("-")[0] for e in resolution.entities if not e.known} == {"person"}
    by_id = {e.id: e for e in resolution.entities}
    assert {m.document for m in by_id["organisation-igr"].mentions} == {record.document.id for record in sample()}


def test_the_label_is_the_authority_name_in_the_language_of_the_page(make: Maker) -> None:
    entries = resolve.load_authority([DATA / "authority"])
    pages = [make.record("a", "T: Sarre", language="fr"), make.record("b", "T: Saarbrücken", language="de")]
    outcome = make.resolve(pages, entries.values())
    assert outcome.entity("a", "Sarre").label == Label("Sarre", "fr")
    assert outcome.entity("b", "Saarbrücken").label == Label("Saarbrücken", "de")


def test_what_the_authority_does_not_know_is_named_by_its_page(make: Maker) -> None:
    outcome = make.resolve([make.record("a", "O: Verein der Rheinfreunde = VdR", language="de")])
    entity = outcome.entity("a", "Verein der Rheinfreunde")
    assert (entity.id, entity.label) == ("organisation-verein-der-rheinfreunde", Label("Verein der Rheinfreunde", "de"))
    assert (entity.variants, entity.known) == ((Label("VdR", ""),), False)


def test_the_id_of_a_person_says_nothing_of_the_name(make: Maker) -> None:
    one = make.resolve([make.record("a", "P: Anna Berg")]).id("a", "Anna Berg")
    other = make.resolve([make.record("a", "P: Anna Bern")]).id("a", "Anna Bern")
    assert re.fullmatch("person-[0-9a-f]{16}", one)
    assert one != other


def test_an_id_stays_when_a_later_page_comes(make: Maker) -> None:
    first = make.record("a", "P: Anna Berg", "@ e | Débat | 2024-05-06", "+ Anna Berg | e")
    later = make.record("b", "P: Anna Berg", "@ e | Débat | 2024-05-06", "+ Anna Berg | e")
    assert make.resolve([first]).id("a", "Anna Berg") == make.resolve([first, later]).id("b", "Anna Berg")


LINES = [
    "O: Alpha Club = AC",
    "O: AC",
    "O: Alpha Bund = AC",
    "O: le Alpha Club",
    "O: Kammer",
    "P: A B",
    "P: A B = Frau B",
    "P: C D",
    "T: Metz",
    "T: la Metz",
    "V: Halle",
    "@ e | Un débat à Metz | 2019-06-04",
    "@ e | Un débat à Metz | 2019-06-04 | | Metz | Halle",
    "@ s | Pause | 2019-06-04T10:00 | e",
    "+ A B | e | maire | Metz",
    "! A B | maire | Metz",
    "! C D | maire | Metz",
]
DOCUMENTS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from(LINES), unique=True), max_size=5)


@settings(deadline=None)  # the first example reads the word lists
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_order_plays_no_part(make: Maker, pages: dict[str, list[str]], chance: random.Random) -> None:
    entries = [make.entry("territory-metz", "Metz"), make.entry("organisation-ac", "Alpha Bund", acronyms=("AC",))]
    made = [make.record(document, *dict.fromkeys(lines)) for document, lines in pages.items()]
    shuffled = chance.sample(made, len(made))
    one, other = make.resolve(made, entries), make.resolve(shuffled, entries[::-1])
    assert one.resolution == other.resolution
    assert one.issues == other.issues
    assert_sound(one.resolution, made)


@pytest.mark.parametrize("seed", range(5))
def test_the_sample_in_any_order(seed: int) -> None:
    authority = resolve.load_authority([DATA / "authority"])
    pages = sample()
    expected = resolve.resolve(pages, authority, ())
    random.Random(seed).shuffle(pages)
    assert resolve.resolve(pages, dict(reversed(authority.items())), ()) == expected
