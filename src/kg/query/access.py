"""Telling an endpoint who asks, in the way that it wants: bearer, digest or basic."""

import base64
import ipaddress
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar
from urllib.parse import urlsplit
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
)

from kg.errors import InputError
from kg.query.credentials import HOW, Secret, from_environment, from_keyring, origin
from kg.query.refusals import RefusedError
from kg.query.transfer import Limits

_T = TypeVar("_T")
_Signature = Callable[[Request], str]
_UNAUTHORISED: Final = 401


class Access:
    """The right to ask one host. A token of the environment goes along at once; all else only when it is asked for.

    What the endpoint has asked for once is sent along from then on.
    """

    def __init__(self, url: str, keyring: Callable[[str], Secret | None] = from_keyring) -> None:
        self._url = url
        self._keyring = keyring
        self._secret = from_environment(url)
        self._signature: _Signature | None = None
        if self._secret is not None and self._secret.is_token:
            self._signature = _bearer(url, self._secret)

    def granted(self, request: Request, limits: Limits, send: Callable[[Request, Limits], _T]) -> _T:
        """Send a request; where it is refused for want of a name, once more with it.

        Raises:
            InputError: the endpoint wants to know who asks, and nobody is known or accepted.
        """
        end = time.monotonic() + limits.seconds
        nonce = self._signature
        self._sign(request)
        try:
            return send(request, limits)
        except RefusedError as error:
            if error.status != _UNAUTHORISED:
                raise
            self._learn(error, known=nonce is not None)
        self._sign(request)
        try:
            return send(request, replace(limits, seconds=max(0.001, end - time.monotonic())))
        except RefusedError as error:
            raise (self._unknown(error) if error.status == _UNAUTHORISED else error) from error

    def _sign(self, request: Request) -> None:
        if self._signature is not None:
            request.add_unredirected_header("Authorization", self._signature(request))

    def _learn(self, error: RefusedError, *, known: bool) -> None:
        self._secret = self._secret or self._keyring(self._url)
        schemes = {scheme.casefold(): rest for scheme, _, rest in (c.partition(" ") for c in error.challenges)}
        if self._secret is None or (known and "digest" not in schemes):
            raise self._unknown(error) from error
        if self._secret.is_token:
            self._signature = _bearer(self._url, self._secret)
        elif "digest" in schemes:
            self._signature = _digest(self._url, self._secret, schemes["digest"])
        else:
            self._signature = _basic(self._url, self._secret)

    def _unknown(self, error: RefusedError) -> InputError:
        host = origin(self._url)
        if self._secret is None:
            return InputError(f"{host} wants to know who asks.", hint=HOW.format(origin=host))
        return InputError(
            f"{host} does not accept the {'token' if self._secret.is_token else 'name and password'} it was given.",
            hint="Check KG_ENDPOINT_TOKEN, or KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or what the keyring holds.",
        )


def _bearer(url: str, secret: Secret) -> _Signature:
    _refuse_open(url)
    return lambda _: f"Bearer {secret.word}"


def _basic(url: str, secret: Secret) -> _Signature:
    _refuse_open(url)
    pair = base64.b64encode(f"{secret.user}:{secret.word}".encode()).decode("ascii")
    return lambda _: f"Basic {pair}"


def _digest(url: str, secret: Secret, challenge: str) -> _Signature:
    """The password does not travel in this one; the server's number is used again until it wants another."""
    passwords = HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, origin(url) + "/", secret.user or "", secret.word)
    handler = AbstractDigestAuthHandler(passwords)
    asked = parse_keqv_list(parse_http_list(challenge))

    def signed(request: Request) -> str:
        return f"Digest {handler.get_authorization(request, asked)}"

    return signed


def _refuse_open(url: str) -> None:
    """Keep a secret off a line on which everybody can read it."""
    parts = urlsplit(url)
    if parts.scheme == "https" or parts.hostname == "localhost":
        return
    try:
        if ipaddress.ip_address(parts.hostname or "").is_loopback:
            return
    except ValueError:
        pass
    raise InputError(
        f"{origin(url)} would be told a password or token over a line that is not encrypted.",
        hint="Give the address with https://, or reach it through a tunnel to this machine.",
    )
