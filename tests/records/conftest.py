"""A small sound record, for tests that break it in one place."""

from typing import Any

import pytest

TEXT = "Rencontre à Metz le 14 mai 2024. Anne Weiss, présidente, Agence Rive Gauche (ARG)."


def span(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


@pytest.fixture
def raw() -> dict[str, Any]:
    return {
        "document": {"id": "rencontre-metz", "language": "fr", "title": "Rencontre", "published": "2024-05-02"},
        "text": TEXT,
        "entities": [
            {"type": "Person", "name": "Anne Weiss", "aliases": ["Mme Weiss"], "evidence": span("Anne Weiss")},
            {"type": "Organization", "name": "Agence Rive Gauche", "aliases": ["ARG"], "evidence": span("ARG")},
            {"type": "Territory", "name": "Metz", "evidence": span("Metz")},
        ],
        "events": [
            {"id": "e1", "title": "Rencontre", "start": "2024-05-14", "place": "Metz", "evidence": span("Rencontre")},
            {"id": "s1", "title": "Accueil", "part_of": "e1", "start": "2024-05-14T09:00"},
        ],
        "participations": [
            {"agent": "Anne Weiss", "event": "s1", "role": "speaker", "position": "présidente", "organization": "ARG"}
        ],
        "positions": [{"person": "Mme Weiss", "position": "présidente", "organization": "ARG"}],
    }
