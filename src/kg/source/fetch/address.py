"""Where a connection may go: public addresses, checked on the address that is really connected to."""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable

from kg.source.fetch.deadline import Deadline

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Allow = Callable[[IP], bool]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class PrivateAddressError(OSError):
    """A name points to no public address."""


def is_public(address: IP) -> bool:
    """Whether an address is one of the open internet, also where one address is wrapped in another."""
    inner = _wrapped(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: IP) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def connected(host: str, port: int, allow: Allow, deadline: Deadline) -> socket.socket:
    """A connection to the first allowed address of a host that answers.

    Raises:
        PrivateAddressError: the host has no allowed address.
        OSError: there is no such host, or none of its addresses answers.
        TimeoutError: the deadline has passed.
    """
    addresses = [address for address in _resolved(host, port, deadline) if allow(address)]
    if not addresses:
        raise PrivateAddressError(f"{host} is no public address")
    failed: OSError | None = None
    for address in addresses:
        try:
            return _checked(socket.create_connection((str(address), port), timeout=deadline.left()), allow)
        except OSError as error:
            failed = error
    raise failed or OSError(f"{host} does not answer")


def _checked(connection: socket.socket, allow: Allow) -> socket.socket:
    """The connection, if its other end is what it should be."""
    address = ipaddress.ip_address(connection.getpeername()[0].partition("%")[0])
    if not allow(address):
        connection.close()
        raise PrivateAddressError(f"{address} is no public address")
    return connection


def _resolved(host: str, port: int, deadline: Deadline) -> list[IP]:
    """The addresses of a host; the system's own look-up knows no deadline, so it is waited for beside it."""
    answer: queue.Queue[list[IP] | OSError] = queue.Queue()
    threading.Thread(target=_look_up, args=(host, port, answer), daemon=True).start()
    try:
        found = answer.get(timeout=deadline.left())
    except queue.Empty as error:
        raise TimeoutError("its name was not found in time") from error
    if isinstance(found, OSError):
        raise found
    return found


def _look_up(host: str, port: int, answer: "queue.Queue[list[IP] | OSError]") -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        names = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
        answer.put([ipaddress.ip_address(name) for name in names])
    except OSError as error:
        answer.put(error)
    except (UnicodeError, ValueError) as error:
        answer.put(OSError(f"{host} is no name of a host: {error}"))
