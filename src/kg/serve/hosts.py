"""By which names the service may be reached: a page elsewhere must not reach it under a name of its own."""

import ipaddress
import re
import socket
from typing import Final

_HOST: Final = re.compile(r"(?P<name>\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(?::(?P<port>[0-9]{1,5}))?")


def is_known(host: str, bound: str) -> bool:
    """Whether a Host header names this machine: an address, `localhost`, what it is bound to, its own name.

    A name that somebody else's server gives out for this machine's address is none of these (DNS rebinding).
    """
    found = _HOST.fullmatch(host)
    if found is None:
        return False
    name = found["name"].strip("[]").lower()
    if name in {"localhost", bound.lower()}:
        return True
    return _is_address(name) or (not is_loopback(bound) and name == socket.gethostname().lower())


def is_loopback(bound: str) -> bool:
    """Whether only this machine can reach what is bound there."""
    return bound == "localhost" or (_is_address(bound) and ipaddress.ip_address(bound).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
