"""How well `kg link` tells things from their namesakes, on a register made up from the authority.

    python -m bench.linking [--errors]

Each territory and body of the authority becomes an item in the shape of Wikidata, with its names and only some of its
facts: its class and its country (two of three), its codes and its beginning (every other). Beside it stand namesakes: a
river or a family name, a thing in another country, one that was gone long ago, and one of which nothing is known. Every
fifth thing has namesakes and no item.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph

from kg import resolve
from kg.link import Profile, Proposal, load_profile, propose, subjects
from kg.model import Authority, EntityType
from kg.query import engine_over

AUTHORITY = Path(__file__).resolve().parents[1] / "data" / "authority"
WD, WDT = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
CODES = {
    "iso-3166-1": "P297",
    "iso-3166-2": "P300",
    "nuts-2021": "P605",
    "insee-region": "P2585",
    "insee-department": "P2586",
    "insee-commune": "P374",
    "ags": "P439",
    "refnis": "P1567",
    "siren": "P1616",
}
SEED = 20261125
LANGUAGES = ("fr", "de", "en")
Node, Text = pyoxigraph.NamedNode, pyoxigraph.Literal


class Register:
    """The made-up register: its statements, and which item is which thing."""

    def __init__(self, authority: Mapping[str, Authority], profile: Profile) -> None:
        self.store = pyoxigraph.Store()
        self.right: dict[str, str] = {}
        self._authority = authority
        self._classes = {kind: iri for iri, kind in profile.kinds.items()}
        self._random = random.Random(SEED)
        self._next = 1
        self._elsewhere = self._item({"en": "Canada", "fr": "Canada", "de": "Kanada"})
        self.countries = {one.id: self._item(_names(one)) for one in authority.values() if one.kind == "country"}
        for number, entry in enumerate(authority.values()):
            if entry.type in {EntityType.TERRITORY, EntityType.ORGANIZATION} and entry.kind != "country":
                if number % 5:
                    self.right[entry.id] = self._true(entry)
                self._namesakes(entry)

    def _item(self, names: Mapping[str, str], **said: str) -> str:
        iri = f"{WD}Q{self._next}"
        self._next += 1
        for language, name in names.items():
            self._add(iri, LABEL, Text(name, language=language))
        for key, value in said.items():
            self._add(iri, WDT + key, Node(value) if value.startswith("http") else Text(value))
        return iri

    def _add(self, iri: str, predicate: str, value: pyoxigraph.Literal | pyoxigraph.NamedNode) -> None:
        self.store.add(pyoxigraph.Quad(Node(iri), Node(predicate), value))

    def _true(self, entry: Authority) -> str:
        said: dict[str, str] = {}
        if self._random.random() < 2 / 3 and entry.kind in self._classes:
            said["P31"] = self._classes[entry.kind]
        country = self._country(entry)
        if self._random.random() < 2 / 3 and country is not None:
            said["P17"] = country
        if self._random.random() < 1 / 2:
            said |= {CODES[code.register]: code.value for code in entry.codes if code.register in CODES}
        if self._random.random() < 1 / 2 and entry.since is not None:
            said["P571"] = entry.since
        return self._item(_names(entry), **said)

    def _namesakes(self, entry: Authority) -> None:
        names = _names(entry)
        self._item(names, P31=WD + self._random.choice(("Q4022", "Q101352", "Q482994")))
        self._item(names, P17=self._elsewhere)
        self._item(names, P17=self._elsewhere, P571="1200", P576="1300")
        self._item(dict([self._random.choice(sorted(names.items()))]))

    def _country(self, entry: Authority) -> str | None:
        queue = [*entry.within, *entry.competent_for]
        while queue:
            id_ = queue.pop(0)
            if id_ in self.countries:
                return self.countries[id_]
            queue += self._authority[id_].within
        return None


def _names(entry: Authority) -> dict[str, str]:
    return {label.language: label.value for label in entry.names if label.language in LANGUAGES}


def proposals(authority: Mapping[str, Authority], register: Register, profile: Profile) -> dict[str, list[Proposal]]:
    """What is proposed for each thing, the best first."""
    worked = resolve.work((), authority, ())
    things = [one for one in subjects(worked, authority, whole=True) if one.id not in register.countries]
    found: dict[str, list[Proposal]] = {one.id: [] for one in things}
    for step in propose(things, profile, engine_over(register.store), worked.reader):
        for one in step.proposals:
            found[one.id].append(one)
    return found


def counted(found: Mapping[str, list[Proposal]], register: Register) -> Iterator[tuple[str, str]]:
    """What came of each thing: pairs of a finding and the id."""
    for id_, listed in found.items():
        right = register.right.get(id_)
        if right is None:
            yield "things without an item", id_
            if any(one.likely for one in listed):
                yield "of these, a namesake is called likely", id_
            continue
        yield "things with an item", id_
        if right in {one.iri for one in listed}:
            yield "of these, it is proposed", id_
        if listed and listed[0].iri == right and (len(listed) == 1 or listed[1].score < listed[0].score):
            yield "of these, it alone comes first", id_
        if any(one.likely and one.iri == right for one in listed):
            yield "of these, it is called likely", id_
        if any(one.likely and one.iri != right for one in listed):
            yield "of these, a namesake is called likely, too", id_


def main() -> None:
    """Print the figures, and with `--errors` the things of which a namesake is called likely."""
    authority = resolve.load_authority((AUTHORITY,))
    profile = load_profile("wikidata")
    register = Register(authority, profile)
    told = list(counted(proposals(authority, register, profile), register))
    for what, count in Counter(what for what, _ in told).items():
        print(f"{count:5}  {what}")
    if "--errors" in sys.argv:
        for what, id_ in told:
            if "namesake" in what:
                print(f"{id_}: {what}")


if __name__ == "__main__":
    main()
