"""Who leads a debate and who is heard in it."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role


@pytest.mark.parametrize(
    ("sentence", "leads", "heard"),
    [
        (
            "Marie Dupont anime un débat entre Paul Martin, maire de Lens; Anne Leroy et Jean Petit.",
            {"Marie Dupont"},
            {"Paul Martin", "Anne Leroy", "Jean Petit"},
        ),
        (
            "Maria Dorn moderiert ein Gespräch zwischen Paul Kern und Anna Lehr.",
            {"Maria Dorn"},
            {"Paul Kern", "Anna Lehr"},
        ),
        ("Mary Hill moderated a debate with Tom Byrne and Jane Doe.", {"Mary Hill"}, {"Tom Byrne", "Jane Doe"}),
        ("The debate was moderated by Mary Hill and Tom Byrne.", {"Mary Hill", "Tom Byrne"}, set()),
    ],
)
def test_only_the_subject_leads(read: Callable[[str], Record], sentence: str, leads: set[str], heard: set[str]) -> None:
    record = read(f"Conference on Border Waters\n26 March 2021, Metz\n\n{sentence}")
    assert {p.agent for p in record.participations if p.role is Role.MODERATOR} == leads
    assert {p.agent for p in record.participations if p.role is Role.SPEAKER} == heard
