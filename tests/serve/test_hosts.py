"""The names by which the service may be reached."""

import pytest

from kg.serve.hosts import is_known, is_loopback


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "192.168.1.4:80", "kg.lan"]
)
def test_own_names(host: str) -> None:
    assert is_known(host, "kg.lan")


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example", "127.0.0.1@evil.example", "a:b:c", "[::1", "1.2.3"]
)
def test_foreign_names(host: str) -> None:
    assert not is_known(host, "127.0.0.1")


def test_loopback() -> None:
    assert [is_loopback(one) for one in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "kg.lan")] == [True] * 3 + [
        False
    ] * 2
