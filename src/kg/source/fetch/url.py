"""The address of a page, taken apart and made fit to be sent."""

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from kg.errors import InputError
from kg.text import normal

_PORTS = {"http": 80, "https": 443}
_KEPT = "%/:=&?~+!$,;'@()*[]|"
_LONGEST = 2000
_ID_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An http(s) address without its fragment."""

    scheme: str
    host: str
    port: int
    path: str
    """Path and query, as they are sent."""

    @property
    def site(self) -> str:
        """The address of the site: scheme, host, and the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self) -> str:
        return f"{self.site}{self.path}"


def address_of(url: str) -> Address:
    """Take an address apart.

    Raises:
        InputError: it is no http(s) address, holds a password, or is malformed.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError) as error:
        raise InputError(f"{url[:_LONGEST]!r} is no address of a page: {error}.", hint="Check its spelling.") from error
    if parts.scheme not in _PORTS or not host or len(url) > _LONGEST:
        raise InputError(f"{url[:_LONGEST]!r} is no address of a page.", hint="Give one that begins with https://.")
    if "@" in parts.netloc:
        raise InputError(f"the address of {host} holds a user name.", hint="kg reads public pages only; take it out.")
    path = urlunsplit(("", "", quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT), ""))
    return Address(scheme=parts.scheme, host=host.lower(), port=port or _PORTS[parts.scheme], path=path)


def behind(address: Address, location: str) -> Address:
    """Where a redirect leads.

    Raises:
        InputError: to no http(s) address.
    """
    try:
        return address_of(urljoin(str(address), location))
    except ValueError as error:
        raise InputError(f"{address} leads to {location[:_LONGEST]!r}, which is no address.") from error


def page_id(url: str) -> str:
    """The document id of an address: its host and path as words; a long one ends in a checksum."""
    address = address_of(url)
    words = normal.fold(f"{address.host} {address.path}").replace(" ", "-")
    if len(words) <= _ID_LENGTH:
        return words
    return f"{normal.slug(words, _ID_LENGTH - 9)}-{normal.key(str(address))[:8]}"
