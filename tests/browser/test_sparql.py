"""SPARQL in the page: the same rows as `kg query`, bounded in time, and nothing that leaves the file."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kg import files, query, view
from kg.query.embedded import EmbeddedEngine

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "question"
ASKED: Mapping[str, Mapping[str, str]] = files.read_yaml(GOLDEN / "asked.yaml")
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PEOPLE = "SELECT DISTINCT ?person ?name WHERE { ?person a kg:Person ; rdfs:label ?name } ORDER BY ?name"

pytestmark = pytest.mark.browser


class Panel:
    """The SPARQL panel of a page, as somebody uses it."""

    def __init__(self, opened: Any) -> None:
        self.opened = opened
        self.page = opened.page
        self.page.click("#tab-sparql")
        self.page.wait_for_selector("[data-ready]")

    @property
    def status(self) -> str:
        return str(self.page.inner_text("#sparql-status"))

    def ask(self, text: str) -> str:
        """Type a query, run it with the keyboard, and give what the page says when it is done."""
        self.page.fill("#sparql-text", text)
        self.page.press("#sparql-text", "Control+Enter")
        return self.done()

    def ask_named(self, name: str, values: Mapping[str, str]) -> str:
        """Choose a named query, fill in its form and run it."""
        self.page.select_option("#sparql-question", name)
        for key, value in values.items():
            field = f"#sparql-value-{key}"
            if key == "language":
                self.page.select_option(field, value)
            else:
                self.page.fill(field, value)
        self.page.click("#sparql-run")
        return self.done()

    def done(self) -> str:
        self.page.wait_for_selector("#sparql-run[aria-disabled=false]")
        return self.status

    def csv(self) -> list[list[str]]:
        """The rows of the downloaded file."""
        with self.page.expect_download() as download:
            self.page.click("#sparql-answer a[download]")
        text = Path(download.value.path()).read_bytes().decode("utf-8")
        return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def questions(pages: Path, engine: EmbeddedEngine) -> str:
    view.write(engine, pages / "questions.html", language="en")
    return "questions"


@pytest.fixture
def panel(opened: Callable[..., Any], questions: str) -> Panel:
    return Panel(opened(questions, address="#language=en"))


def rows_of(table: query.Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(query.written(table, "csv"), newline="")))


def test_every_named_query_gives_the_rows_of_kg_query(panel: Panel, engine: EmbeddedEngine) -> None:
    differ = {}
    for name, named in query.named_queries().items():
        values = {p.name: "en" for p in named.parameters if p.type == "language"} | dict(ASKED.get(name, {}))
        said = panel.ask_named(name, values)
        rows = panel.csv() if "Rows" in said else said
        if rows != rows_of(engine.select(named.text, query.bind(named, values, engine))):
            differ[name] = rows
    assert differ == {}
    assert (panel.opened.requests, panel.opened.messages) == ([], [])


def test_a_query_of_ones_own_gives_the_rows_of_kg_query(panel: Panel, engine: EmbeddedEngine) -> None:
    assert panel.ask(PEOPLE).startswith("Rows: 6")
    assert panel.csv() == rows_of(engine.select(PEOPLE))
    assert panel.page.locator("#sparql-answer tbody tr").count() == 6
    assert panel.ask("ASK { ?person a kg:Person }").startswith("Yes")
    assert panel.ask("ASK { ?person a kg:Nobody }").startswith("No")


def picked(panel: Panel) -> set[str]:
    return set(panel.page.evaluate("() => kgDesk.state.set"))


def test_what_the_rows_name_is_picked_out_in_the_drawing(panel: Panel, engine: EmbeddedEngine) -> None:
    panel.ask(PEOPLE)
    people = {str(person).replace("https://w3id.org/grkg/id/", "id:") for person, _ in engine.select(PEOPLE).values()}
    assert picked(panel) == people
    panel.ask("SELECT ?statement { ?statement kg:participant ?person ; kg:in ?event } ORDER BY ?statement LIMIT 1")
    assert len(picked(panel)) == 2
    panel.page.get_by_role("button", name="Clear the selection in the drawing").click()
    assert picked(panel) == set()


def test_a_click_on_a_row_opens_the_card_and_the_answer_stays(panel: Panel) -> None:
    panel.ask(PEOPLE)
    panel.page.locator("#sparql-answer td button").first.click()
    assert panel.page.inner_text("#panel h2") == "Anna Keller"
    panel.page.click("#tab-sparql")
    assert panel.page.locator("#sparql-answer tbody tr").count() == 6


def test_address_opens_the_same_question_and_answer(panel: Panel, opened: Callable[..., Any], questions: str) -> None:
    panel.ask_named("who-met-whom", {"person": "Anna Keller", "language": "de"})
    rows = panel.csv()
    panel.page.wait_for_timeout(400)
    address = "#" + panel.page.url.partition("#")[2]
    again = opened(questions, address=address).page
    again.locator("#sparql-answer tbody tr").first.wait_for()
    assert again.locator("#sparql-answer tbody tr").count() == len(rows) - 1
    assert again.input_value("#sparql-value-person") == "Anna Keller"
    assert again.evaluate("() => kgDesk.state.set") == panel.page.evaluate("() => kgDesk.state.set")


def test_triples_are_those_of_kg_query(panel: Panel, engine: EmbeddedEngine) -> None:
    text = "CONSTRUCT { ?person rdfs:label ?name } WHERE { ?person a kg:Person ; rdfs:label ?name }"
    panel.ask(text)
    wanted = [[term.value for term in triple] for triple in engine.construct(text)]
    assert sorted(panel.csv()[1:]) == sorted(wanted)


def test_the_form_stands_in_the_text_that_is_run(panel: Panel) -> None:
    panel.ask_named("partners-of-an-institution", {"organisation": "gks", "language": "de"})
    text = panel.page.input_value("#sparql-text")
    assert re.search(r'VALUES \(\?organisation \?language\) { \(<https://\S+/id/organisation-[\w-]+> "de"\) }', text)
    panel.page.fill("#sparql-value-organisation", "Nobody's")
    panel.page.press("#sparql-value-organisation", "Enter")
    assert "Nobody's" in panel.done()
    panel.page.fill("#sparql-value-organisation", "")
    panel.page.press("#sparql-value-organisation", "Enter")
    assert panel.done() == "To be filled in: Institution."


def test_a_value_cannot_change_the_question(panel: Panel, engine: EmbeddedEngine) -> None:
    words = 'x" } } # \\'
    assert panel.ask_named("find-by-name", {"words": words}).startswith("Rows: 0")
    assert panel.csv()[0] == list(engine.select(query.find("find-by-name").text).columns)


def test_names_are_offered_in_all_languages_without_accents(panel: Panel) -> None:
    panel.page.select_option("#sparql-question", "who-met-whom")
    panel.page.fill("#sparql-value-person", "elise")
    offered = panel.page.locator("#sparql-value-person-names option")
    offered.first.wait_for(state="attached")
    assert offered.first.get_attribute("value") == "Élise Petit"


def test_a_query_that_runs_too_long_is_ended_and_the_next_is_answered(panel: Panel) -> None:
    panel.page.fill("#sparql-seconds", "1")
    assert panel.ask(ENDLESS) == "The query was stopped after 1 s. Narrow it, or give it more time."
    panel.page.fill("#sparql-seconds", "10")
    assert panel.ask(PEOPLE).startswith("Rows: 6")


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_query_can_be_stopped(panel: Panel, way: str) -> None:
    panel.page.fill("#sparql-text", ENDLESS)
    panel.page.press("#sparql-text", "Control+Enter")
    panel.page.wait_for_selector("#sparql-run[aria-disabled=true]")
    if way == "key":
        panel.page.press("#sparql-text", "Escape")
    else:
        panel.page.click("#sparql-cancel")
    assert panel.done() == "The query was stopped."
    assert panel.ask(PEOPLE).startswith("Rows: 6")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?x WHERE {\n  ?x a }", "line 2, column"),
        ("SELECT ?x WHERE {\n  ?x a foo:Bar }", "Line 2: the prefix foo: is not declared."),
        ("PREFIX a: <urn:a:> INSERT DATA { a:b a:c a:d }", "this file is read and never changed"),
        ("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }", "asks nothing but itself (https://example.org/)"),
        ("SELECT * WHERE " + "{" * 3000 + "}" * 3000, "nested too deeply"),
    ],
)
def test_mistakes_are_told_and_leave_the_engine_able(panel: Panel, text: str, said: str) -> None:
    assert said.lower() in panel.ask(text).lower()
    assert panel.ask(PEOPLE).startswith("Rows: 6")
    assert (panel.opened.requests, panel.opened.messages) == ([], [])


def test_caret_goes_to_the_mistake(panel: Panel) -> None:
    text = "SELECT ?x WHERE {\n  ?x a }\nLIMIT 10"
    panel.ask(text)
    place = panel.page.evaluate("() => document.activeElement.selectionStart")
    assert text.index("}") <= place <= text.index("LIMIT") + 1


def test_names_of_the_graph_stay_text(opened: Callable[..., Any]) -> None:
    panel = Panel(opened("desk-hostile", address="#language=en"))
    assert "Rows: 51" in panel.ask("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
    assert panel.page.locator("#sparql-answer img, #sparql-answer script").count() == 0
    hrefs = panel.page.eval_on_selector_all("#sparql-answer td a", "links => links.map((one) => one.protocol)")
    assert set(hrefs) <= {"https:", "http:"}
    assert (panel.opened.requests, panel.opened.messages, panel.opened.dialogs) == ([], [], [])


def test_words_follow_the_language_and_the_answer_stays(panel: Panel) -> None:
    panel.ask(PEOPLE)
    panel.page.get_by_role("button", name="DE", exact=True).click()
    assert panel.page.inner_text("#sparql-run") == "Ausführen"
    assert panel.status.startswith("Zeilen: 6")
    assert panel.page.locator("#sparql-answer tbody tr").count() == 6
    assert panel.page.input_value("#sparql-text") == PEOPLE
