"""The keyring: asked for the host, and no trouble where it holds nothing or cannot be asked."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from kg.query.credentials import Secret, from_keyring, origin


class InMemory(KeyringBackend):
    """Holds passwords of one user a service."""

    priority = 1.0

    def __init__(self, held: dict[str, tuple[str, str]]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.held = held

    def get_password(self, service: str, username: str) -> str | None:
        return self.held[service][1]

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service] = (username, password)

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError

    def get_credential(self, service: str, username: str | None) -> keyring.credentials.Credential | None:
        return keyring.credentials.SimpleCredential(*self.held[service]) if service in self.held else None


@pytest.fixture
def backend() -> Iterator[InMemory]:
    before, made = keyring.get_keyring(), InMemory({})
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_host_has_its_own(backend: InMemory) -> None:
    backend.set_password("https://e.org", "alice", "word")
    backend.set_password("https://f.org:8443", "token", "t0k3n")
    assert from_keyring("https://e.org/sparql") == Secret(user="alice", word="word")
    assert from_keyring("https://F.org:8443/") == Secret(word="t0k3n")
    assert from_keyring("https://g.org/") is None


def test_no_keyring_is_as_good_as_an_empty_one(backend: InMemory) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    assert from_keyring("https://e.org/sparql") is None


def test_scheme_host_and_port_tell_hosts_apart() -> None:
    assert origin("https://E.org:1/a?b") == "https://e.org:1"
