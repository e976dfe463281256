"""The sample data: records hold for their pages, and the authority knows all they name."""

import json
import re
from pathlib import Path

import pytest

from kg import records, resolve, source
from kg.model import EntityType, Evidence, Factuality, Mention, Record
from kg.source.listing import listing
from kg.text.normal import fold
from kg.vocab.concepts import concepts

DATA = Path(__file__).resolve().parents[2] / "data"
PAGES = source.pages(DATA / "documents")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

BEGINNING = 5  # letters: `conseil` and `conseils` begin alike


def record_of(page: Path) -> Record:
    return records.read(DATA / "records" / f"{source.read(page).id}.json")


def test_every_page_has_its_record_and_every_record_its_page() -> None:
    assert len(PAGES) >= 2
    assert {source.read(page).id for page in PAGES} == {path.stem for path in (DATA / "records").glob("*.json")}
    assert all(listing(page).title is not None for page in PAGES)


@each_page
def test_the_record_is_of_the_text_as_it_is_read(page: Path) -> None:
    document, record = source.read(page), record_of(page)
    assert record.document.text == document.text
    assert record.document.sha256 == document.sha256
    assert (record.document.id, record.document.language, record.document.title) == (
        document.id,
        document.language,
        document.title,
    )
    assert record.reviewed


@each_page
def test_the_record_has_the_keys_of_the_format(page: Path) -> None:
    raw = json.loads((DATA / "records" / f"{source.read(page).id}.json").read_text("utf-8"))
    assert list(raw) == ["document", "text", "entities", "events", "participations", "positions"]
    assert raw == records.to_json(records.from_json(raw, page.name))


def holds(words: str, name: str) -> bool:
    """Whether every word of a name begins as a word of the quote does."""
    begun = {word[:BEGINNING] for word in fold(words).split()}
    return all(word[:BEGINNING] in begun for word in fold(name).split())


@each_page
def test_every_item_is_quoted_and_every_quote_holds(page: Path) -> None:
    record = record_of(page)
    text = record.document.text
    for event in record.events:
        assert event.title in quoted(record, event.evidence)
    for mention in record.mentions:
        assert mention.evidence
        for span in mention.evidence:
            assert any(holds(span.of(text), name) for name in (mention.name, *mention.aliases)), span.of(text)
    for p in record.participations:
        assert_says(record, p.evidence, p.position, (p.agent, p.organization))
    for q in record.positions:
        assert_says(record, q.evidence, q.position, (q.person, q.organization))


def quoted(record: Record, evidence: Evidence) -> str:
    """The words of the evidence."""
    assert evidence
    return " ".join(span.of(record.document.text) for span in evidence)


def assert_says(record: Record, evidence: Evidence, office: str | None, names: tuple[str | None, ...]) -> None:
    words = quoted(record, evidence)
    assert words == words.strip()
    assert holds(words, office or "")
    for name in names:
        assert name is None or any(holds(words, one) for one in names_of(record, name)), (words, name)


def names_of(record: Record, name: str) -> tuple[str, ...]:
    mention: Mention = next(m for m in record.mentions if name in (m.name, *m.aliases))
    return (mention.name, *mention.aliases)


def test_the_programme_announces_and_the_report_reports() -> None:
    programme = record_of(DATA / "documents" / "smart-cities-tour-2019.html")
    report = record_of(DATA / "documents" / "traite-aix-la-chapelle-2019.md")
    assert (programme.factuality, report.factuality) == (Factuality.ANNOUNCED, Factuality.REPORTED)
    unnamed = [p for p in programme.participations if p.agent is None]
    assert {p.position for p in unnamed} == {"président", "secrétaire général"}
    assert {programme.factuality_at(p.evidence) for p in unnamed} == {Factuality.REPORTED}
    speakers = [p for p in programme.participations if p.agent is not None]
    assert {programme.factuality_at(p.evidence) for p in speakers} == {Factuality.ANNOUNCED}
    assert {event.attendance.value for r in (programme, report) for event in r.events if event.attendance} == {50, 100}


def test_the_authority_is_in_order() -> None:
    entries = resolve.load_authority([DATA / "authority"])
    kinds = {concept.id for concept in concepts("organisation-kind")}
    for entry in entries.values():
        assert {label.language for label in entry.names} >= {"fr", "de", "en"}, entry.id
        if entry.type is EntityType.ORGANIZATION:
            assert entry.kind in kinds, entry.id
        if entry.type is EntityType.VENUE:
            assert entry.within, entry.id
    links = [link for entry in entries.values() for link in entry.links]
    assert len(links) == len(set(links))


def test_the_greater_region_is_its_parts() -> None:
    area = resolve.load_authority([DATA / "authority"])["territory-greater-region"]
    assert {part.removeprefix("territory-") for part in area.composed_of} == {
        "luxembourg",
        "saarland",
        "rhineland-palatinate",
        "wallonia",
        "lorraine",
    }
    assert area.partially_composed_of == ("territory-grand-est",)
    assert area.within == ()


def test_no_name_of_the_authority_is_two_things_of_a_type() -> None:
    entries = resolve.load_authority([DATA / "authority"])
    seen: dict[tuple[EntityType, str], str] = {}
    for entry in entries.values():
        for name in (*(label.value for label in (*entry.names, *entry.variants)), *entry.acronyms):
            assert seen.setdefault((entry.type, fold(name)), entry.id) == entry.id, name


def test_no_line_of_a_page_is_copied_from_the_pages_it_draws_on() -> None:
    shared = DATA.parents[1] / "shared"
    if not shared.is_dir():
        pytest.skip(f"no {shared}: the pages whose facts the sample states do not lie beside the repository")
    originals = " ".join(
        " ".join(path.read_text("utf-8").split())
        for folder in ("seeds", "corpus/dev")
        for path in sorted((shared / folder).iterdir())
        if path.suffix in {".txt", ".md", ".html"}
    )
    for page in PAGES:
        for sentence in re.split(r"[.?!\n]", source.read(page).text):
            line = " ".join(sentence.split())
            assert len(line) < 70 or line not in originals, line
