"""A table of names as researchers have them, in three languages, over the graph of the sample with its authority."""

import json
from pathlib import Path

import pytest
from tests.serve.conftest import answer

from kg import query, serve
from kg.serve.exchange import Request
from kg.store import Folder

NAMES = {
    "organisation-ihk-saarland": (
        "IHK Saarland",
        "Industrie- und Handelskammer des Saarlandes",
        "Chambre de commerce et d'industrie de la Sarre",
        "CCI de la Sarre",
    ),
    "organisation-university-of-liege": ("Universität Lüttich", "Université de Liège", "University of Liège"),
    "organisation-summit-of-the-greater-region": ("Gipfel der Großregion", "Sommet de la Grande Région"),
    "organisation-igr": ("IGR", "Institut der Großregion", "INSTITUT DE LA GRANDE REGION"),
    "territory-saarbruecken": ("Saarbrücken", "Saarbruecken", "Sarrebruck"),
    "territory-moselle": ("Moselle",),
}


@pytest.fixture(scope="module")
def graph(sample: Path) -> serve.Service:
    return serve.Service(query.trusted(sample), Folder(sample).texts)


@pytest.mark.parametrize("id_", NAMES)
def test_names_of_one_thing_find_it(graph: serve.Service, id_: str) -> None:
    queries = {name: {"query": name, "type": f"ns#{id_.split('-', maxsplit=1)[0].capitalize()}"} for name in NAMES[id_]}
    found = answer(graph, "/reconcile", queries=json.dumps(queries))
    first = {name: [one["id"] for one in found[name]["result"][:1]] for name in queries}
    assert first == {name: [id_] for name in queries}
    assert [name for name in queries if not found[name]["result"][0]["match"]] == []


def test_what_is_not_there_is_not_matched(graph: serve.Service) -> None:
    strange = [
        "Chambre de commerce de Bordeaux",
        "Université de Salamanque",
        "Max Mustermann",
        "Ville",
        "Conseil",
        "Handelskammer",
    ]
    found = answer(graph, "/reconcile", queries=json.dumps({name: {"query": name} for name in strange}))
    assert [name for name in strange for one in found[name]["result"] if one["match"]] == []


def test_every_thing_of_the_graph_has_a_card(graph: serve.Service) -> None:
    assert len(graph.things) > 700
    for id_ in sorted(graph.things)[::37]:
        page = graph.respond(serve_request(id_))
        assert page.status == 200
        assert b"<script" not in page.body


def serve_request(id_: str) -> Request:
    return Request(method="GET", path=f"/things/{id_}", base="http://localhost")
