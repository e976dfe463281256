"""The stage as a whole, on the seed page and the corpus where they lie beside the repository."""

import importlib.util
import json
import time
from pathlib import Path
from typing import Any

import pytest
from tests.extract.conftest import document_of

from kg import source
from kg.extract import extract
from kg.records import from_json, to_json

SEED = "000_51670f75db22fdab"
OVERALL, PEOPLE, PARTICIPATIONS = 0.90, 0.95, 0.90
"""Floors of the seed page, under what bench/extraction.py measures."""
CORPUS_OVERALL = 0.85


def score(shared: Path, folder: Path) -> tuple[dict[str, Any], float]:
    spec = importlib.util.spec_from_file_location("score", shared / "corpus" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tally, good, total = module.Tally(), 0, 0
    for gold in sorted(folder.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        page = next(p for p in sorted(folder.glob(f"{name}.*")) if p.suffix in (".txt", ".html", ".md"))
        record = to_json(extract(source.read(page))[0])
        module.score_document(name, json.loads(gold.read_text("utf-8")), record, tally)
        grounded = module.grounding(record)
        good, total = good + grounded[0], total + grounded[1]
    return tally.figures(), good / total


def overall(figures: dict[str, Any]) -> float:
    return float(sum(f["f1"] for f in figures.values()) / len(figures))


def test_seed_page(shared: Path) -> None:
    figures, grounded = score(shared, shared / "seeds")
    assert overall(figures) >= OVERALL
    assert figures["people"]["f1"] >= PEOPLE
    assert figures["participations"]["f1"] >= PARTICIPATIONS
    assert grounded == 1.0


def test_corpus(shared: Path) -> None:
    figures, grounded = score(shared, shared / "corpus" / "dev")
    assert overall(figures) >= CORPUS_OVERALL
    assert grounded == 1.0


def test_record_can_be_written_and_read_again() -> None:
    record = extract(document_of("Colloque de Metz\n3 mai 2019\n\n9 h Débat\n• Luc Petit, maire de Toul"))[0]
    again = from_json(to_json(record), "page.json")
    assert again.mentions == record.mentions
    assert again.participations == record.participations


def test_empty_text_gives_an_empty_record() -> None:
    record, issues = extract(document_of(""))
    assert (record.mentions, record.events, issues) == ((), (), ())


def test_what_was_not_understood_is_reported() -> None:
    _, issues = extract(document_of("Colloque de Metz\n\n9 h 30\n\n10 h 15 Débat"))
    assert [issue.message for issue in issues] == ["a time without a title", "an event without a date"]


BAIT = [
    "• Jean Dupont, président de la Chambre de commerce de Metz\n",
    "10h00 – 11h00 – Table ronde avec Marie Curie (CNRS)\n\n",
    "Colloque sur la frontière\n12 mai 2019 – Metz\n\n",
    "Saint-",
    "A B C D E F ",
    "de la du des ",
    "« „ “ ",
    "((((",
    "1",
    "12.",
    "\n",
    "Metz, ",
    "Jean Dupont est élu président, ",
    "Der Präsident der Kammer sprach mit Anna Weber. ",
    "Jean Dupont et Marie Curie, respectivement maire de Metz et préfet de Toul. ",
    "12.06. Vortrag „Die Grenze“\n\n",
    "Table ronde « Une » ",
    "1. Bilan\nM. Dupont présente les comptes.\n\n",
    "Wann\n12. Mai 2024\nWo\nMetz\n",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", BAIT)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        document = document_of(piece * (size // len(piece)))
        start = time.process_time()
        extract(document)
        return time.process_time() - start

    seconds(1000)
    small, large = min(seconds(8000), seconds(8000)), min(seconds(32000), seconds(32000))
    assert large < max(8 * small, 0.2)
