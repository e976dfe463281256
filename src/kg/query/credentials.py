"""Who asks an endpoint: a name and a password, or a token, from the environment or the keyring, for one host only.

    KG_ENDPOINT             the address for which the others hold: they go to no other host
    KG_ENDPOINT_TOKEN       a token (bearer), or
    KG_ENDPOINT_USER and
    KG_ENDPOINT_PASSWORD    a name and a password (basic or digest, as the endpoint asks)

Where the environment says nothing and the endpoint asks, the keyring is looked into for the service with the name of
the host, as `https://store.example.org`; the user `token` has a token for a password.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from kg.errors import InputError

HOW: Final = (
    "Set KG_ENDPOINT={origin} with KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN, or store them with "
    "`keyring set {origin} USER`."
)
_SECRETS: Final = ("KG_ENDPOINT_TOKEN", "KG_ENDPOINT_USER", "KG_ENDPOINT_PASSWORD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A name and a password, or a token; never shown."""

    user: str | None = field(default=None, repr=False)
    word: str = field(repr=False)

    @property
    def is_token(self) -> bool:
        """Whether it is a token, which stands without a name."""
        return self.user is None


def checked(url: str) -> str:
    """The address of an endpoint.

    Raises:
        InputError: it is not one of http or https, or it holds a name or a password.
    """
    try:
        parts = urlsplit(url)
        host, holds_secret = parts.hostname, "@" in parts.netloc
        _ = parts.port
    except ValueError:
        host, holds_secret = None, "@" in url
    if holds_secret:
        raise InputError(
            f"the address of {host or 'the endpoint'} holds a name or a password, which logs and histories would keep.",
            hint=HOW.format(origin=f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if host else "ADDRESS"),
        )
    if host is None or parts.scheme not in {"http", "https"}:
        raise InputError(f"{url!r} is no address of an endpoint.", hint="Give one that begins with https://.")
    return url


def origin(url: str) -> str:
    """Scheme, host and port of an address: what a secret is for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def from_environment(url: str, environment: Mapping[str, str] | None = None) -> Secret | None:
    """What the environment holds for this host.

    Raises:
        InputError: a secret is set, and not for which address; or a name without a password.
    """
    env = os.environ if environment is None else environment
    token, user, password = (env.get(name) for name in _SECRETS)
    if not (token or user or password):
        return None
    home = env.get("KG_ENDPOINT")
    if not home:
        raise InputError(
            "KG_ENDPOINT_TOKEN or KG_ENDPOINT_USER is set, and KG_ENDPOINT is not: a secret is for one host.",
            hint="Set KG_ENDPOINT to the address of the endpoint that it is for.",
        )
    if origin(checked(home)) != origin(url):
        return None
    if token:
        return Secret(word=token)
    if not (user and password):
        raise InputError(
            f"of KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD only one is set for {origin(url)}.", hint="Set both."
        )
    return Secret(user=user, word=password)


def from_keyring(url: str) -> Secret | None:
    """What the keyring of this machine holds for this host; None where it holds nothing or is not installed."""
    try:
        import keyring  # noqa: PLC0415 - an optional dependency, and only where an endpoint asks
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        return None
    try:
        found = keyring.get_credential(origin(url), None)
    except KeyringError:
        return None
    if found is None:
        return None
    return (
        Secret(word=found.password) if found.username == "token" else Secret(user=found.username, word=found.password)
    )
