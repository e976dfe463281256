"""The page on other extractors: its example works, and it names what the adapter reads."""

import re
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kg import extract
from kg.model import Document
from kg.text.normal import sha256

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "extension.md").read_text("utf-8")
TEXT = "Ce soir, le Cercle des Ponts reçoit ses hôtes.\n"


@pytest.fixture
def spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    """As much of spaCy as the example uses."""
    start = TEXT.index("Cercle des Ponts")
    found = SimpleNamespace(label_="ORG", text="Cercle des Ponts", start_char=start, end_char=start + 16)
    place = SimpleNamespace(label_="LOC", text="soir", start_char=3, end_char=7)
    module = ModuleType("spacy")
    module.load = lambda name: lambda text: SimpleNamespace(ents=[found, place])  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)


@pytest.mark.usefixtures("spacy")
def test_the_example_proposes_names_that_enter_the_record() -> None:
    example = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    names: dict[str, Any] = {}
    exec(example[1], names)  # the example of our own page
    document = Document(id="soir", language="fr", text=TEXT, sha256=sha256(TEXT))
    record, issues = extract.extract(document, [names["SpacyNames"]()])
    (body,) = [mention for mention in record.mentions if mention.name == "Cercle des Ponts"]
    assert [span.of(TEXT) for span in body.evidence] == ["Cercle des Ponts"]
    assert not any("spacy" in issue.message for issue in issues)


def test_every_variable_of_the_adapter_is_explained() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "src/kg/extract/endpoint").glob("*.py"))
    assert set(re.findall(r"KG_LLM_[A-Z]+", code)) == set(re.findall(r"`(KG_LLM_[A-Z]+)`", PAGE))
