"""Answers the requests of the Reconciliation Service API over a graph; knows nothing of sockets."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.serve import asking
from kg.serve.cards import IN_PAGE, IN_PREVIEW, card, flyout, thing_flyout
from kg.serve.catalogue import property_name, type_name
from kg.serve.evidence import passages
from kg.serve.exchange import Request, Response, as_json, as_page, refused
from kg.serve.extending import extended
from kg.serve.manifest import NAME, ROOT, manifest
from kg.serve.markup import element, page
from kg.serve.reading import read
from kg.serve.reconciling import Reconciler
from kg.serve.suggesting import Suggester, proposed, suggested_properties, suggested_types
from kg.vocab.namespaces import ID

if TYPE_CHECKING:
    from kg.query import Engine

DEADLINE: Final = 10.0
"""Seconds that one request may take."""
AT_ONCE: Final = 2
"""Requests that are worked on at once; the others wait."""
_PREFIX: Final = 200
_CURSOR: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the service speaks, and to whom."""

    language: str = "en"
    origins: tuple[str, ...] = ()
    """Web pages of these origins may read answers, and frame cards."""
    seconds: float = DEADLINE


class Service:
    """The endpoints over one graph, which is read and indexed when the service is made."""

    def __init__(self, engine: "Engine", texts: Path | None = None, options: Options | None = None) -> None:
        self.options = options or Options()
        self._engine = engine
        self._texts = texts
        self.things = read(engine)
        self._reconciler = Reconciler(self.things)
        self._suggester = Suggester(self.things)
        self._working = threading.BoundedSemaphore(AT_ONCE)
        self._routes: Mapping[str, Callable[[Request], Response]] = {
            "/": self._home,
            ROOT: self._reconcile,
            ROOT + "/preview": self._preview,
            ROOT + "/properties": self._properties,
            ROOT + "/suggest/entity": self._entities,
            ROOT + "/suggest/type": lambda one: as_json(suggested_types(*_typed(one), self._language)),
            ROOT + "/suggest/property": lambda one: as_json(suggested_properties(*_typed(one), self._language)),
            ROOT + "/flyout/entity": self._entity_flyout,
            ROOT + "/flyout/type": lambda one: self._flyout(one, type_name),
            ROOT + "/flyout/property": lambda one: self._flyout(one, property_name),
        }

    def methods(self, path: str) -> tuple[str, ...]:
        """The methods of an endpoint; none where there is none."""
        if self._route(path) is None:
            return ()
        return ("GET", "HEAD", "POST", "OPTIONS") if _bare(path) == ROOT else ("GET", "HEAD", "OPTIONS")

    def respond(self, request: Request) -> Response:
        """Answer a request whose method the endpoint has."""
        route = self._route(request.path)
        if route is None:
            return refused(404, "there is nothing at this address", f"The service is at {ROOT}.")
        if not self._working.acquire(timeout=self.options.seconds):
            return refused(503, "the service is busy", "Try again in a few seconds.", **{"Retry-After": "5"})
        try:
            return route(request)
        except InputError as error:
            return refused(400, error.message, error.hint)
        finally:
            self._working.release()

    @property
    def _language(self) -> str:
        return self.options.language

    def _route(self, path: str) -> Callable[[Request], Response] | None:
        return self._view if path.startswith("/things/") else self._routes.get(_bare(path))

    def _home(self, request: Request) -> Response:
        name, address = NAME[self._language], request.base + ROOT
        service = element("p", "Reconciliation Service API 0.2: ", element("code", address))
        html = page(name, self._language, element("h1", name), service, element("p", f"{len(self.things)}"))
        return as_page(html, self.options.origins)

    def _reconcile(self, request: Request) -> Response:
        given = request.parameters
        if "queries" in given:
            return self._batch(asking.queries(given["queries"]))
        if "query" in given:
            return as_json({"result": self._reconciler.answer(asking.single(given["query"]), self._language)})
        if "extend" in given:
            return as_json(extended(asking.extension(given["extend"]), self.things, self._language))
        if request.is_form:
            return refused(400, "the form has neither queries nor extend", 'Send queries={"q0": {"query": "IGR"}}.')
        return as_json(manifest(request.base, self._language))

    def _batch(self, queries: Mapping[str, asking.Query]) -> Response:
        until = time.monotonic() + self.options.seconds
        found = {}
        for key, query in queries.items():
            if time.monotonic() > until:
                return refused(503, f"{len(queries)} queries take too long", "Send fewer at a time.")
            found[key] = {"result": self._reconciler.answer(query, self._language)}
        return as_json(found)

    def _properties(self, request: Request) -> Response:
        given = request.parameters
        limit = _number(given["limit"], "limit") if given.get("limit") else None
        return as_json(proposed(given.get("type", "")[:_PREFIX], limit, self._language))

    def _entities(self, request: Request) -> Response:
        return as_json(self._suggester.entities(*_typed(request), self._language))

    def _entity_flyout(self, request: Request) -> Response:
        id_ = request.parameters.get("id", "")
        thing = self.things.get(id_)
        if thing is None:
            return refused(404, "the graph has no thing of this id")
        return as_json({"id": id_, "html": thing_flyout(thing, self.things, self._language)})

    def _flyout(self, request: Request, name: Callable[[str, str], str | None]) -> Response:
        id_ = request.parameters.get("id", "")
        found = name(id_, self._language)
        return (
            refused(404, "nothing has this id") if found is None else as_json({"id": id_, "html": flyout(found, id_)})
        )

    def _preview(self, request: Request) -> Response:
        return self._card(request.parameters.get("id", ""), IN_PREVIEW)

    def _view(self, request: Request) -> Response:
        return self._card(request.path.removeprefix("/things/"), IN_PAGE)

    def _card(self, id_: str, most: int) -> Response:
        thing = self.things.get(id_)
        if thing is None:
            return refused(404, "the graph has no thing of this id")
        found = passages(self._engine, ID + id_, self._texts)
        return as_page(card(thing, self.things, found, most=most, language=self._language), self.options.origins)


def _bare(path: str) -> str:
    return path.rstrip("/") or "/"


def _typed(request: Request) -> tuple[str, int]:
    """What was typed so far, and how many suggestions were seen."""
    prefix = request.parameters.get("prefix", "")
    if len(prefix) > _PREFIX:
        raise InputError(f"prefix has {len(prefix)} characters.", hint=f"Send at most {_PREFIX}.")
    return prefix, _number(request.parameters.get("cursor") or "0", "cursor")


def _number(text: str, where: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        raise InputError(f"{where} is no number from 0 on.")
    return min(int(text), _CURSOR)
