"""Where the endpoint is: its URL taken apart, and shown without anything secret."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from kg.errors import InputError

VARIABLE = "KG_LLM_URL"
_RESOURCE = "/chat/completions"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An endpoint by the parts of its URL."""

    secure: bool
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        return f"{'https' if self.secure else 'http'}://{self.host}:{self.port}"

    @property
    def is_this_machine(self) -> bool:
        """True for the loopback: nothing leaves the computer."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False


def address_of(url: str) -> Address:
    """The address that a URL gives; `/chat/completions` is put behind it where it does not end so.

    Raises:
        InputError: it is no such URL. The message does not repeat it, for it may hold a password.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise _unusable("it is no URL") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise _unusable("it must begin with https:// (or http:// for this machine) and name a host")
    if parts.username is not None or parts.query or parts.fragment:
        raise _unusable("it must have no user, no `?` and no `#`; the key has a variable of its own")
    path = parts.path.rstrip("/")
    return Address(
        secure=parts.scheme == "https",
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        path=path if path.endswith(_RESOURCE) else path + _RESOURCE,
    )


def _unusable(why: str) -> InputError:
    return InputError(f"{VARIABLE} cannot be used: {why}.", hint="Set it to a URL such as https://llm.example.org/v1.")
