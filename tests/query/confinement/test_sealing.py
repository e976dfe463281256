"""The second wall: a call that the gate let through ends the child, wherever in the query it stands."""

import os
from pathlib import Path

import pytest
from tests.query.confinement.hostile import HOSTILE
from tests.query.confinement.trap import Trap

from kg.errors import InputError
from kg.query.confinement import Bounds, ConfinedEngine, sealing

UNPLANNED = {"service behind a number", "service behind a dot", "service of a variable"}
"""Those whose other half finds nothing in the sample, or that the engine refuses itself, before it calls anybody."""
CALLING = {name for name, text in HOSTILE.items() if "SERVICE" in text} - UNPLANNED

pytestmark = pytest.mark.skipif(
    os.uname().sysname != "Linux" or os.uname().machine not in {"x86_64", "aarch64"},
    reason="only Linux on these machines can end a process that asks for a connection",
)


@pytest.mark.parametrize("name", sorted(CALLING))
def test_a_call_is_an_error_in_every_position(sample: Path, name: str) -> None:
    engine = ConfinedEngine(sample, Bounds(seconds=5, memory=400, size=4))
    with Trap() as trap:
        text = HOSTILE[name].replace("{trap}", trap.url)
        with pytest.raises(InputError, match="was about to call another machine; nothing of its answer is given"):
            engine._read(engine._sent(text, text))
        assert trap.called() == []


def test_the_word_alone_is_no_call(sample: Path) -> None:
    text = "SELECT ('a service' AS ?x) { ?service ?p ?o } LIMIT 1"
    assert sealing.may_call(text)
    assert len(ConfinedEngine(sample).select(text)) == 1


def test_a_text_without_the_word_needs_no_wall() -> None:
    assert not sealing.may_call("SELECT * { ?s ?p ?o }")
    assert sealing.may_call("SELECT * { ServiceSilent<a:b>{} }")


def test_a_machine_that_is_not_known_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "_MACHINES", {})
    assert not sealing.seal()
