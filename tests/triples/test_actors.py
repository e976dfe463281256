from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Quad

from kg.model import EntityType, Evidence, Factuality, Mention, Participation, Passage, Position, Record, Role

Make = Callable[..., Record]
Triples = set[tuple[str, str, str]]
Evident = Callable[..., Evidence]


def about(triples: Triples, class_: str) -> dict[str, set[str]]:
    """What is said of the one node of a class: predicate to values."""
    (subject,) = {s for s, p, o in triples if p == "type" and o == class_}
    said: dict[str, set[str]] = {}
    for s, p, o in triples:
        if s == subject:
            said.setdefault(p, set()).add(o)
    return said


def test_a_person_for_a_body(record: Make, triples: Callable[..., Triples], evidence: Evident) -> None:
    words = "Anne Weiss, présidente, Agence Rive Gauche (ARG)"
    part = Participation(
        agent="Mme Weiss",
        event="s1",
        role=Role.SPEAKER,
        position="présidente",
        organization="ARG",
        evidence=evidence(words),
    )
    said = about(triples(record(participations=(part,))), "Participation")
    (proof,) = said.pop("evidence")
    assert proof.startswith("evidence-")
    assert said == {
        "type": {"Participation"},
        "in": {"event-s1"},
        "participant": {"person-anne-weiss"},
        "role": {"speaker"},
        "post": {"post-organisation-agence-rive-gauche-presidente"},
        "onBehalfOf": {"organisation-agence-rive-gauche"},
        "factuality": {"announced"},
        "asStated": {f"{words}@fr"},
    }


def test_an_organisation_takes_part_for_itself(record: Make, triples: Callable[..., Triples]) -> None:
    said = about(
        triples(record(participations=(Participation(agent="ARG", event="e1", role=Role.HOST),))), "Participation"
    )
    assert said["participant"] == said["onBehalfOf"] == {"organisation-agence-rive-gauche"}


def test_an_office_without_a_name(record: Make, triples: Callable[..., Triples], evidence: Evident) -> None:
    part = Participation(
        agent=None,
        event="e1",
        role=Role.ATTENDEE,
        position="maire",
        organization="Völklingen",
        evidence=evidence("le maire de Völklingen"),
    )
    said = about(triples(record(participations=(part,))), "Participation")
    assert "participant" not in said
    assert said["post"] == {"post-territory-volklingen-maire"}
    assert said["onBehalfOf"] == {"territory-volklingen"}


def test_a_venue_that_invites_is_an_organisation_too(record: Make, triples: Callable[..., Triples]) -> None:
    made = triples(record(participations=(Participation(agent="Völklinger Hütte", event="e1", role=Role.HOST),)))
    classes = {o for s, p, o in made if s == "venue-volklinger-hutte" and p == "type"}
    assert classes == {"Venue", "Organisation"}
    assert about(made, "Participation")["onBehalfOf"] == {"venue-volklinger-hutte"}


@pytest.mark.parametrize("factuality", Factuality)
def test_a_passage_says_how_it_is_to_be_read(
    factuality: Factuality, record: Make, triples: Callable[..., Triples], evidence: Evident
) -> None:
    words = evidence("Anne Weiss")
    part = Participation(agent="Anne Weiss", event="e1", role=Role.SPEAKER, evidence=words)
    made = record(participations=(part,), passages=(Passage(span=words[0], factuality=factuality),))
    assert about(triples(made), "Participation")["factuality"] == {factuality.value}


def test_each_statement_has_a_node_of_its_own(record: Make, triples: Callable[..., Triples]) -> None:
    parts = (
        Participation(agent="Anne Weiss", event="e1", role=Role.SPEAKER),
        Participation(agent="Anne Weiss", event="e1", role=Role.ATTENDEE),
        Participation(agent="Anne Weiss", event="s1", role=Role.SPEAKER),
        Participation(agent="Anne Weiss", event="e1", role=Role.SPEAKER),  # said twice: one statement
    )
    made = triples(record(participations=parts))
    assert len({s for s, p, o in made if p == "type" and o == "Participation"}) == 3


def tenure(position: Position) -> Callable[[Make, Callable[..., Triples]], dict[str, set[str]]]:
    return lambda record, triples: about(triples(record(positions=(position,))), "Tenure")


def test_a_tenure(record: Make, triples: Callable[..., Triples], evidence: Evident) -> None:
    words = "Anne Weiss, présidente, Agence Rive Gauche"
    position = Position(
        person="Anne Weiss", position="présidente", organization="ARG", start="2019", evidence=evidence(words)
    )
    said = tenure(position)(record, triples)
    said.pop("evidence")
    assert said == {
        "type": {"Tenure"},
        "member": {"person-anne-weiss"},
        "post": {"post-organisation-agence-rive-gauche-presidente"},
        "organization": {"organisation-agence-rive-gauche"},
        "attestedOn": {"2024-05-20^^date"},
        "edtf": {"2019/.."},
        "earliest": {"2019-01-01^^date"},
        "asStated": {f"{words}@fr"},
    }


def test_a_tenure_without_a_body(record: Make, triples: Callable[..., Triples]) -> None:
    said = tenure(Position(person="Anne Weiss", position="conseillère"))(record, triples)
    assert said["post"] == {"post-conseillere"}
    assert "organization" not in said


def test_a_post_whose_title_has_no_latin_letter_still_has_an_iri(record: Make, quads: Callable[..., set[Quad]]) -> None:
    made = quads(record(positions=(Position(person="Anne Weiss", position="мэр", organization="ARG"),)))
    (post,) = {str(q.subject) for q in made if str(q.subject).startswith("<https://w3id.org/grkg/id/post-")}
    assert len(post.rstrip(">").rpartition("-")[2]) == 16


def test_the_same_title_in_two_spellings_is_one_post_with_one_name(
    record: Make, triples: Callable[..., Triples]
) -> None:
    def with_title(title: str, number: int) -> Record:
        made = record(positions=(Position(person="Anne Weiss", position=title, organization="ARG"),))
        text = made.document.text + str(number)
        return replace(made, document=replace(made.document, id=f"d{number}", text=text, sha256=str(number) * 64))

    made = triples(*(with_title(t, n) for n, t in enumerate(["PRÉSIDENTE", "Présidente", "présidente", "présidente"])))
    post = "post-organisation-agence-rive-gauche-presidente"
    assert {o for s, p, o in made if s == post and p == "prefLabel"} == {"présidente@fr"}
    assert {o for s, p, o in made if s == post and p == "altLabel"} == {"PRÉSIDENTE@fr", "Présidente@fr"}


def test_a_town_and_its_council_of_one_name(record: Make, triples: Callable[..., Triples]) -> None:
    council = Mention(type=EntityType.ORGANIZATION, name="Völklingen")
    base = record()
    both = record(
        mentions=(*base.mentions, council),
        participations=(Participation(agent="Völklingen", event="e1", role=Role.PARTNER),),
    )
    assert about(triples(both), "Participation")["participant"] == {"organisation-volklingen"}


@pytest.mark.parametrize(("sure", "written"), [(0.9, "0.9"), (0.87, "0.87"), (1.0, "1"), (0.02, "0.02")])
def test_how_sure_the_extraction_is(record: Make, triples: Callable[..., Triples], sure: float, written: str) -> None:
    part = Participation(agent="ARG", event="e1", role=Role.HOST, confidence=sure)
    office = Position(person="Anne Weiss", position="présidente", confidence=sure)
    made = triples(record(participations=(part,), positions=(office,)))
    assert about(made, "Participation")["confidence"] == {f"{written}^^decimal"}
    assert about(made, "Tenure")["confidence"] == {f"{written}^^decimal"}


def test_one_node_has_one_figure(record: Make, triples: Callable[..., Triples]) -> None:
    """Two documents with one text share their nodes; so do two positions that differ in their dates alone."""
    office = Position(person="Anne Weiss", position="présidente", confidence=0.9)
    twice = record(positions=(office, replace(office, start="2020", confidence=0.8)))
    other = replace(twice, document=replace(twice.document, id="again"), positions=(replace(office, confidence=0.7),))
    assert about(triples(twice), "Tenure")["confidence"] == {"0.9^^decimal"}
    assert about(triples(twice, other), "Tenure")["confidence"] == {"0.9^^decimal"}


def test_without_a_figure_nothing_is_said(record: Make, triples: Callable[..., Triples]) -> None:
    part = Participation(agent="ARG", event="e1", role=Role.HOST)
    assert "confidence" not in about(triples(record(participations=(part,))), "Participation")
