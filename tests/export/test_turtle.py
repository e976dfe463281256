"""Turtle and TriG: that people can read them."""

from kg.export import to_bytes
from kg.query import EmbeddedEngine


def paragraph(text: str, subject: str) -> str:
    return next(part for part in text.split("\n\n") if part.strip().startswith(f"{subject} "))


def test_a_subject_is_a_paragraph_with_a_predicate_a_line(small: EmbeddedEngine) -> None:
    assert paragraph(to_bytes(small, "turtle").decode(), "id:participation-1") == (
        "id:participation-1 a kg:Participation ;\n"
        '    kg:asStated "Anne Weiss, présidente, Chambre"@fr ;\n'
        "    kg:confidence 0.9 ;\n"
        "    kg:evidence id:evidence-2 ;\n"
        "    kg:factuality factuality:announced ;\n"
        "    kg:in id:event-z-opening ;\n"
        "    kg:onBehalfOf id:organisation-chamber ;\n"
        "    kg:participant id:person-1 ;\n"
        "    kg:post id:post-1 ;\n"
        "    kg:role role:speaker ."
    )


def test_several_objects_stand_under_each_other(small: EmbeddedEngine) -> None:
    event = paragraph(to_bytes(small, "turtle").decode(), "id:event-forum")
    assert "    schema:location id:territory-metz,\n        id:venue-hall ;" in event


def test_kinds_follow_under_headings_and_sessions_their_event(small: EmbeddedEngine) -> None:
    lines = to_bytes(small, "turtle").decode().splitlines()
    headings = [line for line in lines if line.startswith("# ")]
    assert headings[0] == "# Events and their sessions"
    assert headings.index("# People") < headings.index("# Organisations") < headings.index("# Concepts")
    places = [lines.index(next(x for x in lines if x.startswith(f"id:{event} "))) for event in (
        "event-forum", "event-z-opening", "event-a-panel"
    )]  # fmt: skip
    assert places == sorted(places)


def test_only_prefixes_in_use_are_declared(hostile: EmbeddedEngine) -> None:
    declared = [line.split()[1] for line in to_bytes(hostile, "turtle").decode().splitlines() if line[:1] == "@"]
    assert declared == ["kg:", "id:", "rdfs:", "schema:"]


def test_trig_has_a_block_a_graph(small: EmbeddedEngine) -> None:
    lines = to_bytes(small, "trig").decode().splitlines()
    assert [line for line in lines if line.endswith("{")] == [
        "graph:inferred {",
        "graph:meta {",
        "graph:reference {",
        "graph:text-programme {",
        "graph:text-report {",
    ]
    assert lines.count("}") == 5


def test_a_statement_of_two_sources_stands_once_in_turtle_and_twice_in_trig(small: EmbeddedEngine) -> None:
    said = '"Forum des frontières"@fr'
    assert to_bytes(small, "turtle").decode().count(said) == 1
    assert to_bytes(small, "trig").decode().count(said) == 2
