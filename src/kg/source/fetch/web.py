"""A polite visitor of the web: asks robots.txt first, follows few redirects, pauses between two pages of a host."""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kg.errors import SourceError
from kg.source.fetch.address import Allow, PrivateAddressError, is_public
from kg.source.fetch.deadline import Deadline
from kg.source.fetch.exchange import Answer, exchange
from kg.source.fetch.robots import NOTHING, Rules, rules_for
from kg.source.fetch.url import Address, address_of, behind

_NAME = "kg"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 512 * 1024
_LATER = frozenset({429, 503})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds on one page."""

    most_bytes: int = 10 * 1024 * 1024
    seconds: float = 30.0
    redirects: int = 5
    pause: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came, and the address that it came from in the end."""

    address: Address
    answer: Answer


@dataclass(slots=True, kw_only=True)
class Web:
    """Fetches pages, one after the other; `allow` says to which addresses it may connect."""

    allow: Allow = is_public
    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, Rules] = field(default_factory=dict)
    _seen: dict[str, float] = field(default_factory=dict)

    def get(self, url: str) -> Fetched:
        """Fetch a page.

        Raises:
            InputError: no http(s) address.
            SourceError: the site does not want it read, it is not there, too large, too slow, or not public.
        """
        address = address_of(url)
        self._ask(address)
        deadline = Deadline(self.limits.seconds)
        for _ in range(self.limits.redirects + 1):
            answer = self._exchange(address, deadline, self.limits.most_bytes)
            if answer.status not in _REDIRECTS or answer.location is None:
                return Fetched(address=address, answer=_sound(address, answer))
            address = behind(address, answer.location)
            self._ask(address)
        raise SourceError(f"{url} leads from page to page, more than {self.limits.redirects} times.", hint=_BY_HAND)

    def _ask(self, address: Address) -> None:
        """Refuse what robots.txt does not want read."""
        if address.site not in self._rules:
            self._rules[address.site] = self._robots(address)
        if not self._rules[address.site].allow(address.path):
            raise SourceError(f"{address.site}/robots.txt asks programs not to read {address}.", hint=_BY_HAND)

    def _robots(self, site: Address) -> Rules:
        address = address_of(f"{site.site}/robots.txt")
        deadline = Deadline(self.limits.seconds)
        try:
            for _ in range(self.limits.redirects + 1):
                answer = self._exchange(address, deadline, _ROBOTS_BYTES)
                if answer.status not in _REDIRECTS or answer.location is None:
                    return _rules_of(answer)
                address = behind(address, answer.location)
        except SourceError as error:
            raise SourceError(
                f"{error.message} It is read first, as it says what may be read.", hint=_BY_HAND
            ) from error
        return Rules()

    def _exchange(self, address: Address, deadline: Deadline, most: int) -> Answer:
        self._pause(address)
        try:
            return exchange(address, allow=self.allow, deadline=deadline, most=most)
        except TimeoutError as error:
            raise SourceError(
                f"{address} was not there within {self.limits.seconds:g} seconds.", hint="Try again later."
            ) from error
        except PrivateAddressError as error:
            raise SourceError(f"{address} is not fetched: {error}.", hint="kg fetches public pages only.") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise SourceError(
                f"{address} cannot be fetched: {error or type(error).__name__}.", hint=_BY_HAND
            ) from error
        finally:
            self._seen[address.host] = time.monotonic()

    def _pause(self, address: Address) -> None:
        rules = self._rules.get(address.site)
        pause = max(self.limits.pause, rules.pause if rules is not None else 0.0)
        since = time.monotonic() - self._seen.get(address.host, -pause)
        if address.host in self._seen and since < pause:
            self.sleep(pause - since)


_BY_HAND = "Save the page by hand, and give kg the file."


def _rules_of(answer: Answer) -> Rules:
    """No robots.txt allows everything; one that a failing server keeps back allows nothing."""
    if answer.status >= 500:
        return NOTHING
    return rules_for(_NAME, answer.data.decode("utf-8", "replace")) if answer.status < 300 else Rules()


def _sound(address: Address, answer: Answer) -> Answer:
    if 200 <= answer.status < 300:
        return answer
    hint = "Try again later." if answer.status in _LATER else "Check the address in a browser."
    raise SourceError(f"{address} answered {answer.status} {answer.reason}.".replace(" .", "."), hint=hint)
