"""The reply, read strictly: one JSON object of lists of items; each quote is looked for in the text."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from kg.errors import ContentError
from kg.extract.proposals import Candidate, Facet
from kg.model import Span
from kg.text.normal import stored

MOST_ITEMS = 1_000
_MOST_PLACES = 100
_FENCE = re.compile(r"```(?:json)?[ \t]*\n(.*)\n```", re.DOTALL)
_SPACE = re.compile(r"\s+")
_PLACE = ("quote", "before")
_ASK = "Nothing to do: the record was made without it. Another model may answer better."


def candidates(reply: bytes, text: str, part: Span) -> Iterator[Candidate]:
    """The items of a reply to one part of a text, with the place of their quotes.

    Raises:
        ContentError: the reply is no chat completion, or its content is not the JSON that was asked for.
    """
    answer = _json(_content(reply), "the answer")
    if not isinstance(answer, dict):
        raise ContentError("the answer is no JSON object.", hint=_ASK)
    if sum(len(items) for items in answer.values() if isinstance(items, list)) > MOST_ITEMS:
        raise ContentError(f"the answer has more than {MOST_ITEMS} items for one part of a page.", hint=_ASK)
    for facet, items in answer.items():
        if facet not in list(Facet) or not isinstance(items, list):
            raise ContentError(f"the answer has {facet[:40]!r}, which is no list of a record.", hint=_ASK)
        for number, item in enumerate(items):
            if not isinstance(item, dict):
                raise ContentError(f"the answer's {facet}[{number}] is no object.", hint=_ASK)
            yield _candidate(facet, item, text, part)


def _content(reply: bytes) -> str:
    """The words of the model in the reply of the server; one code fence around all of them is taken off."""
    completion = _json(reply, "the reply")
    try:
        content = completion["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError) as error:
        raise ContentError("the reply is no chat completion.", hint="Check KG_LLM_URL.") from error
    if not isinstance(content, str):
        raise ContentError("the reply holds no text.", hint=_ASK)
    fenced = _FENCE.fullmatch(content.strip())
    return content if fenced is None else fenced[1]


def _json(raw: str | bytes, what: str) -> Any:
    try:
        return json.loads(raw)
    except json.JSONDecodeError as error:
        raise ContentError(
            f"{what} is not JSON alone: line {error.lineno}, column {error.colno}: {error.msg}.", hint=_ASK
        ) from error
    except (RecursionError, ValueError) as error:
        raise ContentError(f"{what} is no JSON that can be read.", hint=_ASK) from error


def _candidate(facet: str, item: dict[str, Any], text: str, part: Span) -> Candidate:
    quote, before = (item.get(name) for name in _PLACE)
    fields = {name: _named(value) for name, value in item.items() if name not in _PLACE}
    quote = quote if isinstance(quote, str) else ""
    found = _find(text, part, quote, before if isinstance(before, str) else "")
    if found is None:
        return Candidate(facet=facet, fields=fields, quote=stored(quote), start=0, end=0)
    return Candidate(facet=facet, fields=fields, quote=found.of(text), start=found.start, end=found.end)


def _named(value: Any) -> Any:
    """A value in the normal form of the text; what is no text goes on as it is, and the gate refuses it."""
    return stored(value) if isinstance(value, str) else value


def _find(text: str, part: Span, quote: str, before: str) -> Span | None:
    """The one place of a quote in its part, whatever white space is in it; of several the one behind `before`."""
    places = [*islice(_places(text, part, stored(quote)), _MOST_PLACES)]
    if len(places) > 1 and before.strip():
        ahead = _SPACE.sub(" ", stored(before)).strip()
        places = [p for p in places if _SPACE.sub(" ", text[part.start : p.start]).rstrip().endswith(ahead)]
    return places[0] if len(places) == 1 else None


def _places(text: str, part: Span, quote: str) -> Iterator[Span]:
    words = [re.escape(word) for word in quote.split()]
    if words:
        pattern = re.compile(r"\s+".join(words))
        yield from (Span(m.start(), m.end()) for m in pattern.finditer(text, part.start, part.end))
