"""The locks, the metadata and the list of dependencies say the same."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = sorted(ROOT.glob("requirements*.lock"))
PINNED = re.compile(r"^([a-z0-9.-]+)(?:\[[a-z,]+\])?==(\S+)")

runtime: list[str] = PROJECT["project"]["dependencies"]
extras: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
asked_for = sorted({*runtime, *(requirement for group in extras.values() for requirement in group)})


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return found[0].lower().replace("_", "-")


def pins(lock: Path) -> dict[str, str]:
    lines = lock.read_text("utf-8").splitlines()
    return {found[1]: found[2] for line in lines if (found := PINNED.match(line))}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_lock_has_a_checksum_for_each_package_and_no_address(lock: Path) -> None:
    text = re.sub(r"(?m)^\s*#.*$", "", lock.read_text("utf-8"))
    entries = [entry for entry in re.split(r"(?m)^(?=\S)", text) if entry.strip()]
    assert len(entries) > 5
    for entry in entries:
        assert PINNED.match(entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
    assert "://" not in text


def test_locks_agree() -> None:
    dev = pins(ROOT / "requirements-dev.lock")
    for lock in LOCKS:
        assert pins(lock).items() <= dev.items()


def test_locks_hold_what_is_asked_for() -> None:
    assert {name_of(r) for r in runtime} <= pins(ROOT / "requirements.lock").keys()
    assert {name_of(r) for r in [*extras["test"], *extras["docs"]]} <= pins(ROOT / "requirements-dev.lock").keys()


def test_build_uses_the_locked_builder() -> None:
    (builder,) = PROJECT["build-system"]["requires"]
    assert pins(ROOT / "requirements-build.lock")["hatchling"] == builder.removeprefix("hatchling==")


@pytest.mark.parametrize("requirement", asked_for)
def test_dependency_has_its_reason(requirement: str) -> None:
    table = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    allowed = requirement[name.end() :] or "any"
    assert f"| {name[0]} | {allowed} |" in table


def test_no_dependency_is_listed_that_is_not_there() -> None:
    table = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    listed = set(re.findall(r"^\| ([\w.-]+) \| [>=<a]", table, re.MULTILINE))
    assert {name_of(name) for name in listed} == {name_of(requirement) for requirement in asked_for}
