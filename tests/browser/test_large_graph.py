"""What the SPARQL engine costs on a graph of 100,000 triples, and what a page of 1,000 nodes weighs."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pyoxigraph import RdfFormat, parse

from kg import view
from kg.query import Engine, engine_over
from kg.store import in_memory
from kg.vocab.namespaces import PREFIXES

PREFIX_LINES = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
ROLES = ("speaker", "moderator", "attendee", "organizer")
EVENT = """
id:event-{e} a kg:Event ; schema:name "Forum {e} der Grenzregionen"@de ; schema:startDate "20{y:02}-03-0{d}"^^xsd:date .
"""
PERSON = """
id:person-{p} a kg:Person ; rdfs:label "Vorname {p} Nachname" .
"""
PARTICIPATION = """
id:participation-{k} a kg:Participation ; kg:in id:event-{e} ; kg:participant id:person-{p} ; kg:role role:{role} ;
  kg:factuality factuality:reported ; kg:evidence id:evidence-{k} .
id:evidence-{k} a kg:Evidence ; oa:hasSource id:text-1 ;
  oa:hasSelector id:evidence-{k}-position, id:evidence-{k}-quote .
id:evidence-{k}-position a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} .
id:evidence-{k}-quote a oa:TextQuoteSelector ; oa:exact "Person {p} spricht auf dem Forum {e}" ;
  oa:prefix "und {k}, " ; oa:suffix ". Dann" .
"""
DOCUMENT = """
graph:meta {
id:text-1 a kg:TextVersion ; prov:wasDerivedFrom id:document-1 ; dcterms:language "de" .
id:document-1 a kg:Document ; dcterms:title "Programme"@de ; dcterms:issued "2025-01-01"^^xsd:date .
}
"""
TRIPLES_OF_A_PARTICIPATION = 17
READY_SECONDS = 2  # of the clock or, where the machine does something else at the same time, of the processor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def text(people: int, events: int, participations: int) -> Iterator[str]:
    yield PREFIX_LINES + "graph:text-1 {"
    for e in range(events):
        yield EVENT.format(e=key("event", e), y=e % 25, d=1 + e % 9)
    for p in range(people):
        yield PERSON.format(p=key("person", p))
    for k in range(participations):
        event, person = key("event", k % events), key("person", (k * 11 + k // events) % people)
        role = ROLES[k % len(ROLES)]
        yield PARTICIPATION.format(k=key("tie", k), e=event, p=person, role=role, start=k * 90, end=k * 90 + 40)
    yield "}\n" + DOCUMENT


def engine_of(people: int, events: int, participations: int) -> Engine:
    trig = "".join(text(people, events, participations))
    return engine_over(in_memory(parse(trig, format=RdfFormat.TRIG)))


def processor_seconds(browser: Browser) -> float:
    """What all processes of the browser have used until now."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return float(sum(process["cpuTime"] for process in processes))


def test_engine_is_ready_within_two_seconds_on_100_000_triples(
    browser: Browser, pages: Path, opened: Callable[..., Any]
) -> None:
    view.write(engine_of(500, 300, 100_000 // TRIPLES_OF_A_PARTICIPATION), pages / "large.html", language="en")
    page = opened("large", address="#language=en").page
    before = processor_seconds(browser)
    page.click("#tab-sparql")
    page.wait_for_selector("[data-ready]")
    used = processor_seconds(browser) - before
    size = page.inner_text("#sparql-status").split(":")[1].split(" statements")[0]
    assert int(size.replace(",", "")) > 100_000
    waited = int(page.get_attribute("[data-ready]", "data-ready")) / 1000
    assert min(used, waited) < READY_SECONDS, (used, waited)


def test_page_weighs_no_more_than_that_of_pyvis_and_the_engine() -> None:
    from pyvis.network import Network  # noqa: PLC0415 - slow to load

    from kg.view.desk.sparql import blocks  # noqa: PLC0415

    engine = engine_of(700, 300, 3000)
    plain = Network(cdn_resources="in_line")
    ties = engine.select("SELECT DISTINCT ?p ?e { ?k kg:in ?e ; kg:participant ?p }").values()
    for node in sorted({node for tie in ties for node in tie}, key=str):
        plain.add_node(node, label=str(node), title=str(node))
    for p, e in ties:
        plain.add_edge(p, e)
    parts = blocks(engine.dump("trig"))
    limit = len(plain.generate_html().encode()) + len(parts["sparql-engine"]) + len(parts["sparql-worker"])
    assert len(view.page(engine).encode()) <= limit
