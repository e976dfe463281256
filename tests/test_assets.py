from pathlib import Path

import pytest

from kg import assets


def test_the_root_holds_what_the_program_needs() -> None:
    assert {"ontology", "queries", "data"} <= {p.name for p in assets.root().iterdir()}
    assert assets.path("ontology/kg.ttl").is_file()


def test_a_wheel_brings_its_assets_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_assets").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    assert assets.root() == tmp_path / "_assets"


def test_text_is_given_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text("PREFIX kg: <https://w3id.org/grkg/ns#> # né", "utf-8")
    assert assets.text(tmp_path / "a.rq") == "PREFIX kg: <https://w3id.org/grkg/ns#> # né"


def test_another_base_holds_for_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.rq").write_text("<https://w3id.org/grkg/id/a> <https://w3id.org/other/>", "utf-8")
    monkeypatch.setattr(assets, "BASE", "https://example.org/")
    assert assets.text(tmp_path / "a.rq") == "<https://example.org/id/a> <https://w3id.org/other/>"
