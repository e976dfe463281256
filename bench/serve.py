"""What `kg serve` costs over a graph of many made-up actors: the start, a batch of ten names, a suggestion, a card.

    python -m bench.serve [--actors 20000] [--batches 40] [--gate]

The actors are those of `bench/identity_made.py`; names are asked for as they vary on pages: another language, capitals,
umlauts written out, surname first, a slip of the pen. It also says how many first candidates are the right one, and how
many of those that are called a match are wrong. With --gate the exit code is 1 where a batch takes longer than its bar.
"""

import argparse
import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Iterator

from bench.identity_made import LANGUAGES, Town, actors
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import query, serve
from kg.serve.exchange import Request
from kg.vocab import terms
from kg.vocab.namespaces import GRAPH, ID

BAR = 0.3
"""Seconds of a batch of ten names (95th percentile)."""
BATCH = 10


def quads(made: list[Town]) -> Iterator[Quad]:
    """The graph of the towns, their bodies and people."""
    graph = NamedNode(GRAPH + "reference")

    def stated(thing: str, relation: str, value: NamedNode | Literal) -> Quad:
        return Quad(NamedNode(ID + thing), NamedNode(relation), value, graph)

    def named(thing: str, kind: str, names: tuple[str, str, str]) -> Iterator[Quad]:
        yield stated(thing, terms.TYPE, NamedNode(kind))
        for name, language in zip(names, LANGUAGES, strict=True):
            yield stated(thing, terms.PREF_LABEL, Literal(name, language=language))

    for town in made:
        place = f"territory-{town.id}"
        yield from named(place, terms.TERRITORY, town.names)
        for body in town.bodies:
            yield from named(body.id, terms.ORGANISATION, body.names)
            yield stated(body.id, terms.SEAT, NamedNode(ID + place))
        for human in town.people:
            yield stated(human.id, terms.TYPE, NamedNode(terms.PERSON))
            yield stated(human.id, terms.LABEL, Literal(f"{human.given} {human.surname}"))


def asked(made: list[Town], chance: random.Random) -> tuple[str, str]:
    """A name as a table has it, and the id of who is meant."""
    town = chance.choice(made)
    if town.bodies and chance.random() < 0.6:
        body = chance.choice(town.bodies)
        return varied(chance.choice(body.names), chance), body.id
    if town.people and chance.random() < 0.8:
        human = chance.choice(town.people)
        names = (f"{human.given} {human.surname}", f"{human.surname}, {human.given}")
        return varied(chance.choice(names), chance), human.id
    return varied(chance.choice(town.names), chance), f"territory-{town.id}"


def varied(name: str, chance: random.Random) -> str:
    """The name, as it stands or changed in one way."""
    way = chance.randrange(5)
    if way == 0:
        return name.upper()
    if way == 1:
        return name.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae")
    if way == 2 and len(name) > 6:
        at = chance.randrange(2, len(name) - 2)
        return name[:at] + name[at + 1 :]
    return name


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--actors", type=int, default=20_000)
    options.add_argument("--batches", type=int, default=40)
    options.add_argument("--gate", action="store_true")
    chosen = options.parse_args()
    made = actors(chosen.actors)
    store = Store()
    store.bulk_extend(quads(made))
    start = time.perf_counter()
    service = serve.Service(query.engine_over(store))
    print(f"{len(service.things)} things; ready after {time.perf_counter() - start:.1f} s")
    late = batches(service, made, chosen.batches)
    suggested = elapsed(service, "/reconcile/suggest/entity", prefix="chambre")
    card = elapsed(service, "/reconcile/preview", id=made[0].bodies[0].id)
    print(f"a suggestion: {suggested * 1000:.1f} ms; a card: {card * 1000:.1f} ms")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return int(chosen.gate and late > BAR)


def batches(service: serve.Service, made: list[Town], number: int) -> float:
    """Ask for so many batches, print how long they take and how right they are; the 95th percentile of the seconds."""
    chance = random.Random(7)
    times, right, wrong = [], 0, 0
    for _ in range(number):
        names = [asked(made, chance) for _ in range(BATCH)]
        sent = {str(at): {"query": name} for at, (name, _) in enumerate(names)}
        found, seconds = timed(service, json.dumps(sent))
        times.append(seconds)
        for at, (_, meant) in enumerate(names):
            first = found[str(at)]["result"][:1]
            right += any(one["id"] == meant for one in first)
            wrong += any(one["match"] and one["id"] != meant for one in first)
    late = statistics.quantiles(times, n=20)[-1]
    print(f"a batch of {BATCH}: median {statistics.median(times) * 1000:.0f} ms, 95th percentile {late * 1000:.0f} ms")
    print(f"first candidate right: {right / number / BATCH:.3f}; wrong matches: {wrong} of {number * BATCH}")
    return late


def elapsed(service: serve.Service, path: str, **given: str) -> float:
    """The seconds of one request, the median of nine."""
    request = Request(method="GET", path=path, base="http://localhost", parameters=given)
    found = []
    for _ in range(9):
        start = time.perf_counter()
        service.respond(request)
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def timed(service: serve.Service, sent: str) -> tuple[dict[str, dict[str, list[dict[str, str]]]], float]:
    """The answer to one batch, with its seconds."""
    start = time.perf_counter()
    request = Request(method="POST", path=serve.ROOT, base="http://localhost", parameters={"queries": sent})
    response = service.respond(request)
    return json.loads(response.body), time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
