"""People of one name stay two where their pages say so, and are one where they agree."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg import resolve

ROOT = Path(__file__).resolve().parents[2]


def bench() -> ModuleType:
    """bench/identity_homonyms.py."""
    spec = importlib.util.spec_from_file_location("identity_homonyms", ROOT / "bench" / "identity_homonyms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


HOMONYMS = bench()


def test_there_are_enough_cases() -> None:
    assert len(HOMONYMS.cases("apart")) >= 40
    assert len(HOMONYMS.cases("one")) >= 9


@pytest.mark.parametrize("number", range(len(HOMONYMS.cases("apart"))))
def test_two_people_of_one_name_stay_two(number: int) -> None:
    case = HOMONYMS.cases("apart")[number]
    pages = HOMONYMS.pages(case)
    assert not HOMONYMS.are_one(pages, HOMONYMS.outcome(list(pages), {})), case


@pytest.mark.parametrize("number", range(len(HOMONYMS.cases("one"))))
def test_one_person_is_one(number: int) -> None:
    case = HOMONYMS.cases("one")[number]
    pages = HOMONYMS.pages(case)
    assert HOMONYMS.are_one(pages, HOMONYMS.outcome(list(pages), {})), case


def test_all_together_with_the_authority() -> None:
    assert list(HOMONYMS.wrong(resolve.load_authority([ROOT / "data" / "authority"]))) == []
