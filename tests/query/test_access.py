"""Who asks: for one host only, in the way the endpoint wants, over a line that nobody reads, and never shown."""

import base64
from dataclasses import dataclass, field
from urllib.request import Request

import pytest

from kg.errors import InputError
from kg.query.access import Access
from kg.query.credentials import Secret, checked, from_environment
from kg.query.refusals import RefusedError
from kg.query.transfer import Limits

HERE = "https://store.example.org/sparql"
DIGEST = 'Digest realm="SPARQL", nonce="n1", opaque="o", qop="auth", algorithm="MD5"'
ALICE = Secret(user="alice", word="pass:word")
BASIC = "Basic " + base64.b64encode(b"alice:pass:word").decode("ascii")


@dataclass
class Store:
    """Wants a header that begins like this, and says so."""

    challenges: tuple[str, ...]
    wanted: str
    status: int = 401
    heard: list[str | None] = field(default_factory=list)

    def __call__(self, request: Request, limits: Limits) -> str:
        self.heard.append(request.get_header("Authorization"))
        if (self.heard[-1] or "").startswith(self.wanted):
            return "answer"
        error = RefusedError("refused with status 401.")
        error.status, error.challenges = self.status, self.challenges
        raise error


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KG_ENDPOINT", "KG_ENDPOINT_TOKEN", "KG_ENDPOINT_USER", "KG_ENDPOINT_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


def asked(access: Access, store: Store, url: str = HERE) -> str:
    return access.granted(Request(url, data=b"x"), Limits(), store)


def test_nothing_is_said_where_nothing_is_asked() -> None:
    store = Store((), "")
    assert asked(Access(HERE, lambda _: ALICE), store) == "answer"
    assert store.heard == [None]


@pytest.mark.parametrize(
    ("challenges", "wanted"), [(('Basic realm="x"',), BASIC), ((DIGEST,), "Digest "), (("Basic", DIGEST), "Digest ")]
)
def test_it_is_said_as_it_is_asked_and_from_then_on(challenges: tuple[str, ...], wanted: str) -> None:
    store, access = Store(challenges, wanted), Access(HERE, lambda _: ALICE)
    assert [asked(access, store), asked(access, store)] == ["answer", "answer"]
    assert len(store.heard) == 3
    assert store.heard[0] is None
    assert "pass:word" not in str(store.heard)


def test_a_token_goes_along_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_ENDPOINT", "https://STORE.example.org/other/path")
    monkeypatch.setenv("KG_ENDPOINT_TOKEN", "t0k3n")
    store = Store((), "Bearer t0k3n")
    assert asked(Access(HERE), store) == "answer"
    assert len(store.heard) == 1


@pytest.mark.parametrize(
    "url", ["https://other.example.org/", "http://store.example.org/", "https://store.example.org:8443/"]
)
def test_no_other_host_hears_of_it(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("KG_ENDPOINT", HERE)
    monkeypatch.setenv("KG_ENDPOINT_TOKEN", "t0k3n")
    store = Store(("Bearer",), "Bearer")
    with pytest.raises(InputError, match="wants to know who asks"):
        asked(Access(url, lambda _: None), store, url)
    assert store.heard == [None]


def test_a_wrong_password_is_told_without_it() -> None:
    with pytest.raises(InputError, match="does not accept the name and password") as caught:
        asked(Access(HERE, lambda _: ALICE), Store(("Basic",), "Never"))
    assert "pass:word" not in repr(caught.value) + repr(ALICE)


def test_another_refusal_is_passed_on() -> None:
    with pytest.raises(RefusedError):
        asked(Access(HERE, lambda _: ALICE), Store((), "Never", status=403))


@pytest.mark.parametrize("url", ["http://store.example.org/", "http://192.168.1.2/"])
def test_no_password_over_an_open_line(url: str) -> None:
    with pytest.raises(InputError, match=r"not encrypted.*https://"):
        asked(Access(url, lambda _: ALICE), Store(("Basic",), BASIC), url)


@pytest.mark.parametrize("url", ["http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/"])
def test_this_machine_is_no_open_line(url: str) -> None:
    assert asked(Access(url, lambda _: ALICE), Store(("Basic",), BASIC), url) == "answer"


@pytest.mark.parametrize("url", ["https://alice:secret@e.org/x", "https://secret@e.org/", "http://a:secret@[::1/"])
def test_an_address_with_a_password_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(InputError, match=r"holds a name or a password.*KG_ENDPOINT") as caught:
        checked(url)
    assert "secret" not in str(caught.value)


def test_half_a_setting_is_told() -> None:
    with pytest.raises(InputError, match="KG_ENDPOINT is not"):
        from_environment(HERE, {"KG_ENDPOINT_TOKEN": "t"})
    with pytest.raises(InputError, match="only one is set"):
        from_environment(HERE, {"KG_ENDPOINT": HERE, "KG_ENDPOINT_USER": "alice"})
    assert from_environment(HERE, {}) is None
