"""What holds for every graph: evidence to the character, no blank node, the same lines whatever the order."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from pyoxigraph import BlankNode, Quad, RdfFormat, Store

from kg.model import (
    Attendance,
    Authority,
    Change,
    Code,
    Document,
    EntityType,
    Event,
    Evidence,
    Label,
    Participation,
    Position,
    Qualifier,
    Record,
    Role,
    Span,
)
from kg.store import in_memory, sorted_lines
from kg.triples import Conclusions, inferred, reference
from kg.vocab import terms
from kg.vocab.namespaces import GRAPH, ID, ORIGIN

Make = Callable[..., Record]
Quads = Callable[..., set[Quad]]


@pytest.fixture
def full(record: Make, evidence: Callable[..., Evidence]) -> Record:
    made = record(
        participations=(
            Participation(
                agent="Anne Weiss",
                event="s1",
                role=Role.SPEAKER,
                position="présidente",
                organization="ARG",
                evidence=(*evidence("Anne Weiss"), *evidence("🎉 Fin")),
            ),
        ),
        positions=(Position(person="Paul de la Roche", position="ancien préfet", evidence=evidence("ancien préfet")),),
    )
    attended = Attendance(value=50, qualifier=Qualifier.ABOUT)
    return replace(made, events=(replace(made.events[0], attendance=attended), *made.events[1:]))


AUTHORITY = {
    "territory-volklingen": Authority(
        id="territory-volklingen",
        type=EntityType.TERRITORY,
        names=(Label("Völklingen", "de"),),
        within=("territory-saarland",),
        links=("http://data.europa.eu/nuts/code/DEC01",),
    )
}


def test_evidence_is_the_text_to_the_character(full: Record, quads: Quads) -> None:
    store = in_memory(quads(full))
    rows = store.query(
        """PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?start ?end ?exact ?prefix ?suffix { GRAPH ?g { ?e oa:hasSelector ?p , ?q .
          ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix } }"""
    )
    found = [[cell.value for cell in row] for row in rows]  # type: ignore[union-attr]
    text = full.document.text
    assert len(found) > 5
    for start, end, exact, prefix, suffix in found:
        assert text[int(start) : int(end)] == exact
        assert text[: int(start)].endswith(prefix)
        assert text[int(end) :].startswith(suffix)
    assert "🎉 Fin" in {row[2] for row in found}


def test_every_statement_has_evidence(full: Record, quads: Quads) -> None:
    made = quads(full)
    stated = {
        q.subject for q in made if str(q.subject).startswith((f"<{ID}participation-", f"<{ID}tenure-", f"<{ID}head"))
    }
    cited = {q.subject for q in made if q.predicate.value.endswith("#evidence")}
    assert len(stated) == 3
    assert stated <= cited


def test_there_is_no_blank_node_and_no_quad_without_a_graph(full: Record, quads: Quads) -> None:
    for quad in quads(full) | reference(AUTHORITY):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        assert str(quad.graph_name).startswith(f"<{GRAPH}")


def test_all_that_a_text_says_stands_in_its_own_graph(full: Record, quads: Quads) -> None:
    graphs = {str(quad.graph_name).removeprefix(f"<{GRAPH}").rstrip(">") for quad in quads(full)}
    assert graphs == {"meta", f"text-{full.document.sha256[:16]}"}


def test_the_order_of_records_and_of_their_items_does_not_matter(full: Record, quads: Quads) -> None:
    other = replace(full, document=replace(full.document, id="other", sha256="b" * 64))
    turned = replace(full, mentions=full.mentions[::-1], participations=full.participations[::-1])
    lines = {tuple(sorted_lines(quads(*records))) for records in permutations((full, other))}
    lines.add(tuple(sorted_lines(quads(turned, other))))
    assert len(lines) == 1


def test_the_store_keeps_every_line_as_it_is_written(full: Record, quads: Quads) -> None:
    head = replace(full.document, source="https://example.org/a b", retrieved="2024-06-01T08:00:00+00:00")
    old = Event(id="e0", title="Séance", start="1930-12-01T10:00", end="1931")
    made = replace(full, document=head, events=(*full.events, old))
    lines = sorted_lines(quads(made) | reference(AUTHORITY))
    store = Store()
    store.bulk_load("\n".join(lines).encode(), format=RdfFormat.N_QUADS)
    dumped = store.dump(format=RdfFormat.N_QUADS)
    assert dumped is not None
    assert sorted(dumped.decode("utf-8").rstrip("\n").split("\n")) == lines


@pytest.mark.parametrize("reviewed", [True, False])
def test_the_meta_graph_says_where_a_graph_comes_from(
    reviewed: bool, full: Record, triples: Callable[..., set[tuple[str, str, str]]]
) -> None:
    made = triples(replace(full, reviewed=reviewed))
    text = f"text-{full.document.sha256[:16]}"
    assert {t for t in made if t[0] == text} == {
        (text, "type", "TextVersion"),
        (text, "wasDerivedFrom", "document-colloque"),
        (text, "wasDerivedFrom", text),
        (text, "origin", "reviewed" if reviewed else "extracted"),
        (text, "sha256", full.document.sha256),
        (text, "language", "fr"),
    }


def test_a_document_with_odd_dates_and_addresses(
    document: Document, triples: Callable[..., set[tuple[str, str, str]]]
) -> None:
    odd = replace(document, title=None, source="page.html", published="printemps 2024", retrieved="hier")
    said = {(p, o) for s, p, o in triples(Record(document=odd)) if s == "document-colloque"}
    assert said == {("type", "Document"), ("title", "colloque@fr"), ("language", "fr")}


def test_the_reference_graph(triples: Callable[..., set[tuple[str, str, str]]]) -> None:
    made = reference(AUTHORITY)
    lines = sorted_lines(made)
    entry = [line for line in lines if line.startswith(f"<{ID}territory-volklingen>")]
    assert len(entry) == 4
    assert [line for line in lines if "/role/speaker> " in line and "prefLabel" in line]
    assert [line for line in lines if line.startswith(f"<{GRAPH}curated>")]


def test_an_authority_entry_says_all_it_knows() -> None:
    area = Authority(
        id="territory-gr",
        type=EntityType.TERRITORY,
        kind="cross-border-area",
        names=(Label("Grande Région", "fr"),),
        composed_of=("territory-lu",),
        partially_composed_of=("territory-ge",),
    )
    body = Authority(
        id="organisation-x",
        type=EntityType.ORGANIZATION,
        kind="association",
        names=(Label("X", "fr"),),
        variants=(Label("Ixe", "fr"),),
        acronyms=("XX",),
        competent_for=("territory-gr",),
        seat="territory-lu",
        parent="organisation-y",
        website="https://example.org/",
    )
    person = Authority(
        id="person-1", type=EntityType.PERSON, names=(Label("Anne Weiss"),), variants=(Label("A. Weiss"),)
    )
    treaty = Authority(
        id="instrument-t",
        type=EntityType.INSTRUMENT,
        names=(Label("T", "fr"),),
        date="2019-01-22",
        parties=("territory-lu",),
    )
    entries = {one.id: one for one in (area, body, person, treaty)}
    said: dict[str, set[str]] = {}
    for quad in reference(entries):
        said.setdefault(str(quad.subject).rstrip(">").rpartition("/")[2], set()).add(
            quad.predicate.value.replace("#", "/").rpartition("/")[2]
        )
    assert said["territory-gr"] == {"type", "additionalType", "prefLabel", "composedOf", "partiallyComposedOf"}
    assert said["organisation-x"] == {
        "type",
        "prefLabel",
        "altLabel",
        "acronym",
        "classification",
        "competentFor",
        "seat",
        "subOrganizationOf",
        "url",
    }
    assert said["person-1"] == {"type", "label", "givenName", "familyName", "altLabel"}
    assert said["instrument-t"] == {"type", "prefLabel", "date_document", "party"}


def said_of(subject: str, quads: set[Quad]) -> set[str]:
    return {line.partition("> ")[2].rpartition(" <")[0] for line in sorted_lines(quads) if f"/id/{subject}> " in line}


def test_codes_times_kinds_and_sources_of_an_entry() -> None:
    metz = Authority(
        id="territory-metz",
        type=EntityType.TERRITORY,
        kind="commune",
        names=(Label("Metz", "fr"),),
        codes=(Code("insee-commune", "57463"), Code("nuts-2021", "FRF33")),
        since="1790",
        until="2016-01",
        sources=("national-register",),
    )
    said = said_of("territory-metz", reference({metz.id: metz}))
    grkg, skos, schema = GRAPH.removesuffix("graph/"), "http://www.w3.org/2004/02/skos/core#", "https://schema.org/"
    year, month = (f"<http://www.w3.org/2001/XMLSchema#{part}>" for part in ("gYear", "gYearMonth"))
    assert said >= {
        f"<{schema}additionalType> <{grkg}territory-kind/commune>",
        f'<{skos}notation> "57463"^^<{grkg}code/insee-commune>',
        f'<{skos}notation> "FRF33"^^<{grkg}code/nuts-2021>',
        f"<{skos}exactMatch> <http://data.europa.eu/nuts/code/FRF33>",
        f'<{schema}validFrom> "1790"^^{year}',
        f'<{schema}validThrough> "2016-01"^^{month}',
        f"<http://purl.org/dc/terms/source> <{grkg}source-kind/national-register>",
    }
    assert len(said) == 9


@pytest.mark.parametrize(
    ("kind", "type_", "before", "after"),
    [
        (EntityType.ORGANIZATION, "org#ChangeEvent", "org#originalOrganization", "org#resultingOrganization"),
        (EntityType.TERRITORY, "prov#Activity", "prov#used", "prov#generated"),
    ],
)
def test_a_change_is_told_in_the_terms_of_what_changes(kind: EntityType, type_: str, before: str, after: str) -> None:
    entries = {id_: Authority(id=id_, type=kind, names=(Label(id_, "fr"),)) for id_ in ("x-a", "x-b", "x-c")}
    change = Change(
        id="change-x",
        kind="merger",
        names=(Label("fusion", "fr"),),
        before=("x-a", "x-b"),
        after=("x-c",),
        date="2016-01-01",
        sources=("legislation",),
    )
    said = said_of("change-x", reference(entries, [change]))
    ns, dcterms, grkg = "http://www.w3.org/ns/", "http://purl.org/dc/terms/", GRAPH.removesuffix("graph/")
    assert said == {
        f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ns}{type_}>",
        f"<{dcterms}type> <{grkg}change-kind/merger>",
        '<http://www.w3.org/2004/02/skos/core#prefLabel> "fusion"@fr',
        f'<{dcterms}date> "2016-01-01"^^<http://www.w3.org/2001/XMLSchema#date>',
        f"<{ns}{before}> <{ID}x-a>",
        f"<{ns}{before}> <{ID}x-b>",
        f"<{ns}{after}> <{ID}x-c>",
        f"<{dcterms}source> <{grkg}source-kind/legislation>",
    }


def test_offices_say_where_they_exist_what_is_near_and_how_it_differs() -> None:
    lines = [line for line in sorted_lines(reference({})) if "/office/landrat> <" in line.partition(" <")[0] + " <"]
    assert [line for line in lines if "spatial" in line and f"<{ID}territory-germany>" in line]
    assert [line for line in lines if "closeMatch" in line and "office/president-du-conseil-departemental>" in line]
    assert {line.rpartition("@")[2][:2] for line in lines if "scopeNote" in line} == {"fr", "de", "en"}


def test_conclusions_stand_apart() -> None:
    triple = ("https://example.org/a", "https://example.org/b", "https://example.org/c")
    made = inferred([Conclusions(rule="is-so", summary={"en": "What is so."}, triples=(triple,))])
    (quad,) = (quad for quad in made if str(quad.graph_name) != f"<{GRAPH}meta>")
    assert str(quad.graph_name) == f"<{GRAPH}inferred-is-so>"


def test_conclusions_lead_to_their_rule() -> None:
    made = inferred([Conclusions(rule="is-so", summary={"en": "What is so.", "fr": "Ce qui est."}, triples=())])
    graph, rule = f"<{GRAPH}inferred-is-so>", f"<{ID}rule-is-so>"
    assert sorted(line.rpartition(" <")[0] for line in sorted_lines(made)) == sorted(
        [
            f"{graph} <{terms.ORIGIN_OF}> <{ORIGIN}inferred>",
            f"{graph} <{terms.WAS_DERIVED_FROM}> {rule}",
            f"{rule} <{terms.TYPE}> <{terms.PLAN}>",
            f'{rule} <{terms.TITLE}> "is-so"',
            f'{rule} <{terms.DESCRIPTION}> "Ce qui est."@fr',
            f'{rule} <{terms.DESCRIPTION}> "What is so."@en',
        ]
    )


def test_one_span_is_one_evidence_node(record: Make, quads: Quads) -> None:
    span = (Span(0, 8),)
    parts = tuple(
        Participation(agent="ARG", event="e1", role=role, evidence=span) for role in (Role.HOST, Role.PARTNER)
    )
    made = quads(record(participations=parts))
    proofs = {
        q.object
        for q in made
        if q.predicate.value.endswith("#evidence") and str(q.subject).startswith(f"<{ID}participation-")
    }
    assert len(proofs) == 1
