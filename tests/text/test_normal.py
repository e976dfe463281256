import hashlib
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.normal import fold, key, sha256, slug, stored

law = settings(derandomize=True, database=None, deadline=None, max_examples=300)
# Surrogates are left out: they are no characters and no UTF-8 file can hold them.
any_text = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Chambre d’Industrie", "chambre d industrie"),
        ("CHAMBRE D'INDUSTRIE", "chambre d industrie"),
        ("Völklingen", "volklingen"),
        ("Straße", "strasse"),
        ("Œuvre", "oeuvre"),
        ("Łódź", "lodz"),
        ("Meurthe-et-Moselle", "meurthe et moselle"),
        ("  Esch–Belval ", "esch belval"),
        ("", ""),
        ("—", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_fold_tells_no_difference_between_composed_and_decomposed() -> None:
    assert fold(unicodedata.normalize("NFD", "Préfète")) == fold("Préfète") == "prefete"


@law
@given(any_text)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@law
@given(any_text)
def test_folded_names_are_plain_words(name: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in fold(name).split(" ") if word)
    assert "  " not in fold(name)


@law
@given(any_text)
def test_storing_twice_is_storing_once(raw: str) -> None:
    assert stored(stored(raw)) == stored(raw)
    assert "\r" not in stored(raw)


def test_stored_keeps_the_words() -> None:
    assert stored("Pre\u0301fet\r\nde la\rMoselle\n") == "Préfet\nde la\nMoselle\n"


def test_sha256_is_of_the_utf8_bytes() -> None:
    assert sha256("é") == hashlib.sha256(b"\xc3\xa9").hexdigest()


@pytest.mark.parametrize(
    ("name", "limit", "made"),
    [
        ("Communauté de communes du Pays Haut Val d’Alzette", 60, "communaute-de-communes-du-pays-haut-val-d-alzette"),
        ("directeur général des services", 20, "directeur-general"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "donaudampf"),
        ("IGR", 60, "igr"),
        ("…", 60, ""),
    ],
)
def test_slug_keeps_words_whole(name: str, limit: int, made: str) -> None:
    assert slug(name, limit) == made


@law
@given(any_text, st.integers(1, 80))
def test_slug_stays_within_its_limit(name: str, limit: int) -> None:
    assert len(slug(name, limit)) <= limit
    assert not slug(name, limit).startswith("-")
    assert not slug(name, limit).endswith("-")


def test_key_does_not_run_its_parts_together() -> None:
    assert key("ab", "c") != key("a", "bc")
    assert key("a", "") != key("a")
    assert key("a", "b") == key("a", "b")
    assert len(key("a")) == 16
