"""A made-up network of any size for the bench of the page: communities of a hundred, three ties a node, a passage for
each.
"""

from random import Random
from typing import Final

from kg.query import Term, iri, literal
from kg.view.facts import Columns, Facts, Quote
from kg.view.names import Name
from kg.vocab import terms
from kg.vocab.namespaces import FACTUALITY, ID, ROLE

COMMUNITY: Final = {"event": 20, "session": 8, "person": 50, "organisation": 18, "territory": 4}
PARTS_OF_A_PERSON: Final = 4
INSIDE: Final = 0.9
"""How often a person takes part in an event of their own community."""
ROLES: Final = ("speaker", "moderator", "organizer", "attendee", "partner")
SYLLABLES: Final = (
    "ba",
    "con",
    "du",
    "esch",
    "fré",
    "gau",
    "hil",
    "jœu",
    "kreis",
    "lor",
    "metz",
    "nau",
    "ost",
    "pfalz",
    "roth",
    "saar",
)


def sample(nodes: int) -> tuple[Facts, dict[str, int]]:
    """Facts of about so many nodes, and the community of each node."""
    made = _Sample(max(2, nodes // sum(COMMUNITY.values())))
    return made.facts(), made.community


class _Sample:
    def __init__(self, communities: int) -> None:
        self.random = Random(1)
        self.community = {
            f"id:{kind}-{number:05}-{index:02}": number
            for number in range(communities)
            for kind, count in COMMUNITY.items()
            for index in range(count)
        }
        self.communities = communities
        self.participations: dict[str, Columns] = {}
        self.tenures: dict[str, Columns] = {}
        self.details: dict[str, dict[str, list[Term]]] = {}
        self.quotes: dict[str, Quote] = {}

    def facts(self) -> Facts:
        for number in range(self.communities):
            self._fill(number)
        kinds = {node: node.split(":")[1].split("-")[0] for node in self.community}
        names = {node: [Name(0, self._name(kind), "" if kind == "person" else "fr")] for node, kind in kinds.items()}
        statements = [*self.participations, *self.tenures]
        evidence = {statement: (f"id:evidence-{index}",) for index, statement in enumerate(statements)}
        for index, statement in enumerate(statements):
            exact = f"{self._name('person')} prend part à {self._name('event')} ({statement})"
            around = {"prefix": self._name("event")[:32], "suffix": self._name("event")[:32]}
            self.quotes[f"id:evidence-{index}"] = Quote(text=f"id:text-{index % 500}", exact=exact, **around)
        return Facts(
            kinds=kinds,
            places=frozenset(node for node, kind in kinds.items() if kind == "territory"),
            areas=frozenset(),
            names=names,
            participations=self.participations,
            tenures=self.tenures,
            details=self.details,
            headcounts={},
            evidence=evidence,
            quotes=self.quotes,
            documents={
                f"id:text-{index}": {"document": (f"id:document-{index}",), "issued": ("2019-05-01",)}
                for index in range(500)
            },
        )

    def _fill(self, number: int) -> None:
        for index in range(COMMUNITY["event"]):
            year, month, day_ = (self.random.randrange(*span) for span in ((2000, 2025), (1, 13), (1, 29)))
            day = f"{year}-{month:02}-{day_:02}"
            self._detail(f"event-{number:05}-{index:02}", terms.START_DATE, literal(day, datatype=terms.XSD_DATE))
            self._detail(f"event-{number:05}-{index:02}", terms.LOCATION, self._one("territory", number))
        for index in range(COMMUNITY["session"]):
            self._detail(f"session-{number:05}-{index:02}", terms.PART_OF, self._one("event", number))
        for index in range(COMMUNITY["organisation"]):
            self._detail(f"organisation-{number:05}-{index:02}", terms.COMPETENT_FOR, self._one("territory", number))
        for index in range(COMMUNITY["person"]):
            self._add_person(f"id:person-{number:05}-{index:02}", number)

    def _add_person(self, person: str, number: int) -> None:
        body = self._name_of("organisation", number)
        self.tenures[f"id:tenure-{len(self.tenures)}"] = {
            "person": (person,),
            "post": ("id:post-member",),
            "body": (body,),
            "attested": (f"20{self.random.randrange(10, 25)}-03-01",),
        }
        for _ in range(PARTS_OF_A_PERSON):
            there = number if self.random.random() < INSIDE else self.random.randrange(self.communities)
            kind = "event" if self.random.random() < 0.8 else "session"
            self.participations[f"id:participation-{len(self.participations)}"] = {
                "event": (self._name_of(kind, there),), "participant": (person,), "body": (body,),
                "role": (ROLE + self.random.choice(ROLES),), "confidence": (f"{self.random.random():.2f}",),
                "factuality": (FACTUALITY + self.random.choice(("announced", "reported")),),
            }  # fmt: skip

    def _detail(self, thing: str, relation: str, value: Term) -> None:
        self.details.setdefault(f"id:{thing}", {}).setdefault(relation, []).append(value)

    def _one(self, kind: str, number: int) -> Term:
        return iri(ID + self._name_of(kind, number).removeprefix("id:"))

    def _name_of(self, kind: str, number: int) -> str:
        """One of a kind in a community; some come more often than others."""
        index = min(self.random.randrange(COMMUNITY[kind]) for _ in range(2))
        return f"id:{kind}-{number:05}-{index:02}"

    def _name(self, kind: str) -> str:
        words = 2 if kind in ("person", "territory") else 4
        return " ".join("".join(self.random.choices(SYLLABLES, k=2)).title() for _ in range(words))
