"""Participations and tenures: who took part as what, and who held which post."""

from pyoxigraph import NamedNode

from kg.model import EntityType, Participation, Position
from kg.triples.events import event_node
from kg.triples.rdf import date, node, plain
from kg.triples.tenures import Dates, dates_of
from kg.triples.world import ACTORS, BODIES, PERSONS
from kg.triples.writer import Writer
from kg.vocab.namespaces import FACTUALITY, ROLE
from kg.vocab.terms import (
    ATTESTED_ON,
    EARLIEST,
    EDTF,
    FACTUALITY_OF,
    IN,
    LATEST,
    MEMBER,
    ON_BEHALF_OF,
    ORGANIZATION_OF,
    PARTICIPANT,
    PARTICIPATION,
    POST,
    ROLE_OF,
    TENURE,
)


def write_participations(out: Writer) -> None:
    """Write every participation of the record."""
    for p in out.record.participations:
        subject = out.bound(
            "participation", p.evidence, p.agent or "", p.event, p.role, p.position or "", p.organization or ""
        )
        out.typed(subject, PARTICIPATION)
        out.add(subject, IN, event_node(out, p.event))
        out.add(subject, ROLE_OF, node(ROLE + p.role.value))
        out.add(subject, FACTUALITY_OF, node(FACTUALITY + out.record.factuality_at(p.evidence).value))
        _write_agent(out, subject, p)
        _write_capacity(out, subject, p)
        out.state(subject, p.evidence)
        out.sure(subject, p.confidence)


def _write_agent(out: Writer, subject: NamedNode, p: Participation) -> None:
    if p.agent is None:
        return
    agent = out.thing_as(p.agent, ACTORS)
    out.add(subject, PARTICIPANT, agent)
    if out.entity(p.agent, ACTORS.order).type is not EntityType.PERSON:
        out.add(subject, ON_BEHALF_OF, agent)


def _write_capacity(out: Writer, subject: NamedNode, p: Participation) -> None:
    if p.position is not None:
        out.add(subject, POST, out.post(p.position, p.organization))
    if p.organization is not None:
        out.add(subject, ON_BEHALF_OF, out.thing_as(p.organization, BODIES))


def write_tenures(out: Writer) -> None:
    """Write every position of the record as a tenure, with the dates that the page shows and no others."""
    for p in out.record.positions:
        subject = out.bound("tenure", p.evidence, p.person, p.position, p.organization or "")
        out.typed(subject, TENURE)
        out.add(subject, MEMBER, out.thing_as(p.person, PERSONS))
        out.add(subject, POST, out.post(p.position, p.organization))
        if p.organization is not None:
            out.add(subject, ORGANIZATION_OF, out.thing_as(p.organization, BODIES))
        _write_dates(out, subject, p)
        out.state(subject, p.evidence)
        out.sure(subject, p.confidence)


def _write_dates(out: Writer, subject: NamedNode, position: Position) -> None:
    dates: Dates = dates_of(position, out.record)
    for day in dates.attested:
        out.add(subject, ATTESTED_ON, date(day))
    if dates.edtf is not None:
        out.add(subject, EDTF, plain(dates.edtf))
    if dates.earliest is not None:
        out.add(subject, EARLIEST, date(dates.earliest))
    if dates.latest is not None:
        out.add(subject, LATEST, date(dates.latest))
