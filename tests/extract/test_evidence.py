from dataclasses import replace

from tests.extract.conftest import document_of

from kg.extract import evidence
from kg.model import EntityType, Event, Mention, Participation, Record, Role, Span

TEXT = "Luc Petit parle à Metz."


def record() -> Record:
    return Record(
        document=document_of(TEXT),
        mentions=(Mention(type=EntityType.PERSON, name="Luc Petit", evidence=(Span(0, 9),)),),
        events=(Event(id="e0", title="parle", place="Metz", evidence=(Span(10, 15),)),),
        participations=(Participation(agent="Luc Petit", event="e0", role=Role.SPEAKER, evidence=(Span(0, 9),)),),
    )


def test_what_holds_stays() -> None:
    checked = evidence.check(record())
    assert checked.issues == ()
    assert checked.record.participations == record().participations


def test_reference_to_no_mention_is_dropped() -> None:
    assert evidence.check(record()).record.events[0].place is None


def test_mention_whose_evidence_does_not_name_it_goes_with_its_part_and_is_reported() -> None:
    wrong = replace(record().mentions[0], evidence=(Span(10, 15),))
    checked = evidence.check(replace(record(), mentions=(wrong,)))
    assert (checked.record.mentions, checked.record.participations) == ((), ())
    assert [issue.value for issue in checked.issues] == ["Luc Petit", "Luc Petit"]


def test_span_behind_the_text_is_no_evidence() -> None:
    wrong = replace(record().events[0], evidence=(Span(10, 99),))
    assert evidence.check(replace(record(), events=(wrong,))).record.events == ()
