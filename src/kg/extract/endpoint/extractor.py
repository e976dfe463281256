"""The extractor itself, set up from the environment: KG_LLM_URL, KG_LLM_MODEL, KG_LLM_KEY, KG_LLM_SECONDS."""

import math
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.errors import InputError
from kg.extract.endpoint.address import VARIABLE, Address, address_of
from kg.extract.endpoint.exchange import post
from kg.extract.endpoint.prompt import body, parts
from kg.extract.endpoint.reply import candidates
from kg.extract.proposals import Candidate
from kg.model import Document

SECONDS = 120.0
"""How long one page may take; a small model on a laptop needs about one minute."""

LONGEST = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A language model that proposes items.

    Attributes:
        address: where it is asked.
        model: the name of the model there.
        key: what the service asks for; never shown.
        seconds: the deadline for one page, however many requests it takes.
        name: how it is called in findings.
    """

    address: Address
    model: str
    key: str = field(default="", repr=False)
    seconds: float = SECONDS
    name: str = "openai-compatible"

    def propose(self, document: Document) -> Iterator[Candidate]:
        """The items that the model finds.

        Raises:
            SourceError: it cannot be asked, does not answer in time, or says no.
            ContentError: the answer is not what was asked for, or the text is too long.
        """
        until = time.monotonic() + self.seconds
        for part in parts(document):
            request = body(self.model, document, part)
            reply = post(self.address, request, self._headers(), until - time.monotonic())
            yield from candidates(reply, document.text, part)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})


def from_environment(environment: Mapping[str, str] = os.environ) -> Endpoint:
    """The endpoint that the environment names.

    Raises:
        InputError: a variable is missing or cannot be used; its value is not repeated.
    """
    address, key = address_of(_needed(environment, VARIABLE)), environment.get("KG_LLM_KEY", "").strip()
    if key and not (address.secure or address.is_this_machine):
        raise InputError(
            f"{VARIABLE} is http:// and not this machine: the key would travel in the clear.", hint="Use https://."
        )
    if not key.isascii() or not key.isprintable():
        raise InputError("KG_LLM_KEY holds characters that no key has.", hint="Copy it again.")
    return Endpoint(address=address, model=_needed(environment, "KG_LLM_MODEL"), key=key, seconds=_seconds(environment))


def _needed(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise InputError(f"{name} is not set.", hint="docs/extension.md says what the endpoint needs.")
    return value


def _seconds(environment: Mapping[str, str]) -> float:
    given = environment.get("KG_LLM_SECONDS", "").strip() or str(SECONDS)
    try:
        seconds = float(given)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= LONGEST:
        raise InputError(f"KG_LLM_SECONDS must be a number of seconds above 0, not {given[:20]!r}.", hint="Try 120.")
    return seconds
