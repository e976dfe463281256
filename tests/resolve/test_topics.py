"""A topic is found by any of its names, in whole words of the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import resolve
from kg.vocab.concepts import concepts

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_every_topic_is_found_by_its_name(make: Maker, language: str) -> None:
    for concept in concepts("topic"):
        page = make.record("a", f"@ e | Autour de « {concept.label(language).upper()} » | 2024-05-06")
        assert ("e", concept.iri) in resolve.topics_of(page)


def test_a_part_of_a_word_is_no_topic(make: Maker) -> None:
    assert resolve.topics_of(make.record("a", "@ e | Xsportx | 2024-05-06")) == ()


def test_pairs_are_sorted_and_single(make: Maker) -> None:
    page = make.record("a", "@ b | Sport et sport | 2024-05-06", "@ a | Le sport | 2024-05-06")
    found = resolve.topics_of(page)
    assert list(found) == sorted(set(found))
    assert {event for event, _ in found} == {"a", "b"}
