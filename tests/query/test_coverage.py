"""What stands behind an answer, counted by hand on tests/graphs/example.trig.

The forum (event-01, 2019) is told of by a programme in French and a report in German, the rail day (event-04, 2020)
by a report in French.
"""

import pytest
from pyoxigraph import Store

from kg import query
from kg.errors import InputError
from kg.query import Table, find, literal, shown
from kg.query.confinement import ConfinedEngine
from kg.query.coverage import Coverage, coverage
from kg.query.coverage_text import written
from kg.query.embedded import EmbeddedEngine
from kg.query.leaving_out import compared, engine_like
from kg.query.rdflib_engine import RdflibEngine

PROGRAMME, REPORT, RAIL = "Programme du forum", "Bericht vom Forum", "Compte rendu de la journée du rail"


def asked(engine: query.Engine, name: str, **values: str) -> Coverage:
    named = query.question(name)
    return coverage(engine, named, query.bind(named, values, engine))


def names(rows: tuple[query.terms.Row, ...], column: int = 0) -> list[str]:
    return [shown(row[column]) for row in rows]


def test_the_answer_about_one_event(engine: EmbeddedEngine) -> None:
    found = asked(engine, "events-across-borders")
    assert (found.rows, found.events, found.sources, found.years) == (1, 1, 2, ("2019",))
    assert found.languages == (("de", 1), ("fr", 1))
    # Keller, Petit, Marchal, Weber, Thill; chambers of Saarland and Lorraine, observatory, circle, Esch; a president
    # without a name
    assert found.actors == 11
    assert found.unresolved == 2  # the circle of mayors, and that president
    assert found.share_unresolved == pytest.approx(2 / 11)
    report, programme = found.without
    assert (report.title, programme.title) == (REPORT, PROGRAMME)
    # without the report the German title is gone; without the programme only two bodies of known countries are left,
    # of which one speaks in a session that nothing ties to the forum any more
    assert [(names((a,), 1), names((b,), 1)) for a, b in report.changed] == [
        (["Forum der Grenzen"], ["Forum des frontières"])
    ]
    assert (report.vanished, report.appeared) == ((), ())
    assert names(programme.vanished, 1) == ["Forum der Grenzen"]


def test_the_answer_about_two_events(engine: EmbeddedEngine) -> None:
    found = asked(engine, "organisations-that-met")
    assert (found.rows, found.events, found.sources, found.years) == (11, 2, 3, ("2019", "2020"))
    assert found.languages == (("de", 1), ("fr", 2))
    assert (found.actors, found.unresolved) == (13, 2)
    report, rail, programme = found.without
    assert [one.title for one in found.without] == [REPORT, RAIL, PROGRAMME]
    # the circle of mayors stands in the report alone: its four pairs vanish; the chambers met by the programme, too,
    # but nobody reports it any more
    assert len(report.vanished) == 4
    assert all("Kreis der Bürgermeister" in {shown(row[0]), shown(row[1])} for row in report.vanished)
    before, after = report.changed[0]
    assert [shown(cell) for cell in before[2:4]] == ["1", "1"]
    assert [shown(cell) for cell in after[2:4]] == ["1", "0"]
    assert [names(rail.vanished), names(rail.vanished, 1)] == [["Border Chamber of Saarland"], ["Le Moniteur du rail"]]
    assert len(programme.vanished) == 9
    assert not programme.changed


def test_a_source_is_taken_with_what_is_said_of_it(engine: EmbeddedEngine) -> None:
    found = asked(engine, "sources")
    assert [(one.title, names(one.vanished), len(one.changed)) for one in found.without] == [
        (title, [title], 0) for title in (REPORT, RAIL, PROGRAMME)
    ]
    assert (found.events, found.actors, found.share_unresolved) == (0, 0, None)


def test_what_is_inferred_from_a_source_goes_with_it(engine: EmbeddedEngine) -> None:
    text = "SELECT ?who ?event { ?who kg:tookPartIn ?event . ?event a kg:Event }"
    found = asked(engine, text)
    lost = {one.title: len(one.vanished) for one in found.without}
    # by hand from queries/infer/took-part-in.rq: three people at the rail day stand in its report alone
    assert lost[RAIL] == 3
    assert lost[REPORT] == found.rows - lost[RAIL]


def test_topics_lead_to_their_events(engine: EmbeddedEngine) -> None:
    found = asked(engine, "topics-by-year")
    assert (found.events, found.sources, found.years) == (2, 3, ("2019", "2020"))


def test_triples_have_a_coverage_and_yes_has_none(engine: EmbeddedEngine) -> None:
    found = asked(engine, "CONSTRUCT { ?e schema:name ?n } WHERE { ?e a kg:Event ; schema:name ?n }")
    assert found.columns == ("subject", "predicate", "object")
    assert found.sources == 3
    with pytest.raises(InputError, match="yes or no"):
        asked(engine, "ASK { ?e a kg:Event }")


def test_nothing_stands_behind_nothing(engine: EmbeddedEngine) -> None:
    assert "No source speaks" in written(asked(query.engine_over(Store()), "moderators"))
    assert asked(engine, 'SELECT ("x" AS ?x) {}').sources == 0


def test_asking_changes_nothing(engine: EmbeddedEngine) -> None:
    before = engine.dump("nquads")
    assert asked(engine, "brokers") == asked(engine, "brokers")
    assert engine.dump("nquads") == before


def test_rows_are_compared_by_what_they_are_about() -> None:
    one, other = query.iri("https://example.org/1"), query.iri("https://example.org/2")
    before = Table(("n", "x"), ((literal("1"), one), (literal("2"), other), (literal("same"), None)))
    after = Table(("n", "x"), ((literal("3"), one), (literal("same"), None), (literal("new"), None)))
    found = compared(one, "title", before, after)
    assert found.changed == (((literal("1"), one), (literal("3"), one)),)
    assert found.vanished == ((literal("2"), other),)
    assert found.appeared == ((literal("new"), None),)


def test_the_text_says_it_all(engine: EmbeddedEngine) -> None:
    told = written(asked(engine, "organisations-that-met"))
    assert "actors:    13, 2 of them unresolved (15%)" in told
    assert "languages: 2 (de 1, fr 2)" in told
    assert "years:     2 (2019 to 2020)" in told
    assert (
        f"  {RAIL}: 1 vanish, 0 change, 0 appear\n    - Border Chamber of Saarland | Le Moniteur du rail | 1 | 1"
        in told
    )
    assert "    - and 4 more" in told
    assert find("organisations-that-met").name not in told


def test_a_question_of_others_stays_within_its_limits(engine: EmbeddedEngine) -> None:
    confined = query.confined(engine.store, seconds=20)
    text = "SELECT ?event { ?event a kg:Event ; kg:inSeries ?series }"
    assert asked(confined, text) == asked(engine, text)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"
    with pytest.raises(InputError, match=r"0\.5 s"):
        asked(query.confined(engine.store, seconds=0.5), slow)


def test_the_copy_is_asked_in_the_way_of_the_original(engine: EmbeddedEngine) -> None:
    assert isinstance(engine_like(engine, Store()), EmbeddedEngine)
    assert isinstance(engine_like(query.confined(engine.store), Store()), ConfinedEngine)
    assert isinstance(engine_like(RdflibEngine(query.to_rdflib(engine)), Store()), ConfinedEngine)
