"""A made-up graph of any size, in the shape that kg writes: events, sessions, participations, tenures, evidence.

    python -m bench.made_graph --quads 1000000 > graph.nq

The same size and seed give the same bytes. How often a person takes part falls off as it does in real programmes: few
are everywhere, most come once. Everything conforms to the shapes, but for one thing in a thousand, which breaks one.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from kg.vocab.namespaces import PREFIXES

SESSIONS, PARTS, TENURES, COUNTRIES = 3, 12, 4, 4
UNKNOWN: Final = 20
"""One body in so many stands in no authority file: its source alone names it."""
PER_EVENT: Final = 330
"""About so many statements belong to one event."""
ROLES: Final = ("speaker", "moderator", "organizer", "attendee", "partner", "host")
BROADER: Final = {
    **dict.fromkeys(("organizer", "partner", "host"), "organising"),
    **dict.fromkeys(("speaker", "moderator"), "active"),
}
SYLLABLES: Final = (
    "ba",
    "con",
    "du",
    "esch",
    "fré",
    "gau",
    "hil",
    "kreis",
    "lor",
    "metz",
    "nau",
    "ost",
    "roth",
    "saar",
)
LANGUAGES: Final = ("fr", "de", "en")
BROKEN: Final = 0.001


def iri(name: str) -> str:
    """`kg:Event` in full."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


@dataclass(frozen=True, slots=True)
class Made:
    """The sizes of a graph, and the chance that all choices come from."""

    events: int
    chance: Random

    @property
    def people(self) -> int:
        """Four parts for each person."""
        return max(10, self.events * PARTS // 4)

    @property
    def bodies(self) -> int:
        """One body for eight people."""
        return max(5, self.people // 8)

    @property
    def towns(self) -> int:
        """One territory for twenty events."""
        return max(3 * COUNTRIES, self.events // 20)

    def somebody(self, of: int) -> int:
        """A number below `of`; small ones come far more often."""
        return min(of - 1, int(of * self.chance.random() ** 3))

    def name(self) -> str:
        """Two words of syllables."""
        words = ("".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 3)))) for _ in range(2))
        return " ".join(word.capitalize() for word in words)


def lines(quads: int, seed: int = 1) -> Iterator[str]:
    """The statements of a graph of about so many, one N-Quad each."""
    made = Made(max(1, quads // PER_EVENT), Random(seed))
    yield from _reference(made)
    for number in range(made.events):
        yield from _event(made, number)


def _statement(graph: str, subject: str, predicate: str, value: str) -> str:
    return f"{subject} {iri(predicate)} {value} {graph} ."


def _id(kind: str, *parts: object) -> str:
    digest = hashlib.sha256("-".join(map(str, (kind, *parts))).encode()).hexdigest()[:16]
    return iri(f"id:{kind}-{digest}")


def _typed(value: object, name: str) -> str:
    return f'"{value}"^^{iri(f"xsd:{name}")}'


def _reference(made: Made) -> Iterator[str]:
    graph = iri("graph:reference")
    for n in range(made.towns):
        town = _id("territory", n)
        yield _statement(graph, town, "rdf:type", iri("kg:Territory"))
        yield from (_statement(graph, town, "skos:prefLabel", f'"{made.name()}"@{tag}') for tag in LANGUAGES)
        if n >= COUNTRIES:
            yield _statement(graph, town, "kg:within", _id("territory", n // COUNTRIES - 1))
    for n in range(made.bodies):
        body = _id("organisation", n)
        if n % UNKNOWN != UNKNOWN - 1:
            yield _statement(graph, body, "rdf:type", iri("kg:Organisation"))
            yield from (_statement(graph, body, "skos:prefLabel", f'"{made.name()}"@{tag}') for tag in LANGUAGES)
            yield _statement(graph, body, "kg:competentFor", _id("territory", made.somebody(made.towns)))
    for role in (*ROLES, "organising", "active"):
        yield from _concept(graph, role)


def _concept(graph: str, role: str) -> Iterator[str]:
    concept = iri(f"role:{role}")
    scheme = "<https://w3id.org/grkg/role>"
    yield from _all(graph, concept, (("rdf:type", iri("skos:Concept")), ("skos:inScheme", scheme)))
    yield from (_statement(graph, concept, "skos:prefLabel", f'"{role}"@{tag}') for tag in LANGUAGES)
    if role in BROADER:
        yield _statement(graph, concept, "skos:broader", iri(f"role:{BROADER[role]}"))


def _all(graph: str, subject: str, values: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (_statement(graph, subject, predicate, value) for predicate, value in values)


def _event(made: Made, number: int) -> Iterator[str]:
    digest = hashlib.sha256(f"text-{number}".encode()).hexdigest()
    text, graph, tag = iri(f"id:text-{digest[:16]}"), iri(f"graph:text-{digest[:16]}"), LANGUAGES[number % 3]
    day = f"{2010 + number % 16}-{1 + number % 12:02}-{1 + number % 28:02}"
    yield from _meta(made, number, (text, graph, tag, digest))
    sessions = [_id("event", number), *(_id("event", number, n) for n in range(SESSIONS))]
    place = _id("territory", made.somebody(made.towns))
    for n, one in enumerate(sessions):
        proof = _id("evidence", number, "event", n)
        yield from _proof(made, graph, text, proof)
        named = [("schema:name", f'"{made.name()}"@{tag}')] if n or made.chance.random() >= BROKEN else []
        yield from _all(graph, one, (("rdf:type", iri("kg:Event")), *named, ("schema:startDate", _typed(day, "date"))))
        yield from _all(graph, one, (("schema:location", place), ("kg:evidence", proof)))
        inner = (("rdf:type", iri("kg:Session")), ("kg:partOf", sessions[0]), ("schema:position", _typed(n, "integer")))
        yield from _all(graph, one, inner if n else ())
    for n in range(PARTS):
        yield from _part(made, graph, (number, n), made.chance.choice(sessions), (text, tag, day))


def _meta(made: Made, number: int, about: tuple[str, str, str, str]) -> Iterator[str]:
    text, graph, tag, digest = about
    meta, document = iri("graph:meta"), _id("document", number)
    said = (("kg:sha256", f'"{digest}"'), ("dcterms:language", f'"{tag}"'), ("prov:wasDerivedFrom", document))
    yield from _all(meta, text, (("rdf:type", iri("kg:TextVersion")), *said))
    titled = (("rdf:type", iri("kg:Document")), ("dcterms:title", f'"{made.name()}"@{tag}'))
    yield from _all(meta, document, titled)
    yield from _all(meta, graph, (("prov:wasDerivedFrom", text), ("kg:origin", iri("origin:extracted"))))


def _part(made: Made, graph: str, key: tuple[int, int], event: str, about: tuple[str, str, str]) -> Iterator[str]:
    text, tag, day = about
    person, body = made.somebody(made.people), made.somebody(made.bodies)
    who, where, post = _id("person", person), _id("organisation", body), _id("post", body, person % 7)
    proof, stated = _id("evidence", *key), ("kg:asStated", f'"{made.name()}"@{tag}')
    yield from _proof(made, graph, text, proof)
    label = f'"{Made(1, Random(person)).name()}"'
    yield from _all(graph, who, (("rdf:type", iri("kg:Person")), ("rdfs:label", label)))
    title = ("skos:prefLabel", f'"{SYLLABLES[person % 7]}rin"@{tag}')
    yield from _all(graph, post, (("rdf:type", iri("org:Post")), title, ("org:postIn", where)))
    if body % UNKNOWN == UNKNOWN - 1:
        called = ("skos:prefLabel", f'"{Made(1, Random(body)).name()}"@{tag}')
        yield from _all(graph, where, (("rdf:type", iri("kg:Organisation")), called, ("kg:evidence", proof)))
    role = ("kg:role", iri(f"role:{made.chance.choice(ROLES)}"))
    ties = (("kg:in", event), ("kg:participant", who), role, ("kg:post", post), ("kg:onBehalfOf", where))
    known = (("kg:factuality", iri("factuality:reported")), stated, ("kg:evidence", proof))
    yield from _all(graph, _id("participation", *key), (("rdf:type", iri("kg:Participation")), *ties, *known))
    if key[1] < TENURES:
        held = (("org:member", who), ("kg:post", post), ("org:organization", where))
        told = (("kg:attestedOn", _typed(day, "date")), stated, ("kg:evidence", proof))
        yield from _all(graph, _id("tenure", *key), (("rdf:type", iri("kg:Tenure")), *held, *told))


def _proof(made: Made, graph: str, text: str, proof: str) -> Iterator[str]:
    start = made.chance.randrange(20_000)
    place, quote = proof[:-1] + "-position>", proof[:-1] + "-quote>"
    yield _statement(graph, proof, "rdf:type", iri("kg:Evidence"))
    yield _statement(graph, proof, "oa:hasSource", text)
    yield _statement(graph, proof, "oa:hasSelector", place)
    yield _statement(graph, proof, "oa:hasSelector", quote)
    yield _statement(graph, place, "rdf:type", iri("oa:TextPositionSelector"))
    yield _statement(graph, place, "oa:start", _typed(start, "integer"))
    yield _statement(graph, place, "oa:end", _typed(start + 40, "integer"))
    yield _statement(graph, quote, "rdf:type", iri("oa:TextQuoteSelector"))
    yield _statement(graph, quote, "oa:exact", f'"{made.name()} {made.name()}"')
    yield _statement(graph, quote, "oa:prefix", '"... "')
    yield _statement(graph, quote, "oa:suffix", '", "')


def main() -> int:
    """Write a graph to standard output, sorted, each statement once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.stdout.writelines(f"{line}\n" for line in sorted(set(lines(given.quads, given.seed))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
