"""Made-up mentions of made-up actors in three languages, with who is who: for measuring resolve at any size.

Towns, bodies and people are put together from syllables, common given names and ten sorts of body. A page
is about one town: it names the town, bodies of it and of a neighbour, and people with their bodies and offices.
Names vary as they do on pages: three languages, genitives, capitals, articles, legal forms, acronyms, `ae` for `ä`,
lost accents, surname first, initials, slips of the pen. Homonyms come as in life: some surnames are frequent.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from kg.model import (
    Authority,
    Document,
    EntityType,
    Event,
    Label,
    Mention,
    MentionKey,
    Participation,
    Position,
    Record,
    Role,
)
from kg.text.normal import sha256

LANGUAGES = ("fr", "de", "en")
PER_PAGE = 20
"""About so many mentions a page."""
PER_ACTOR = 10
"""About so many mentions an actor."""

_BEGINNINGS = "Al Bar Ber Bous Cler Dal Den Diek Erl Esch Fal Forb Gro Hag Heus Il Kal Kerl Lau Lem Lud Mar Mer Mon Nan Nied Ober Ot Pont Quier Rem Roden Saar Sarre Schwal Siers Sulz Thion Tri Ur Vau Ver Vian Wad Wal Weis Wilt Zell"  # noqa: E501
_MIDDLES = " al an bel ber de el en er gen in kir len les mar mer nen or per ren rin sen ten ter vel wen zen"
_ENDINGS = "ach ange bach berg bourg burg court dorf eck feld hausen heim hofen ich ingen ling mont mühl nach rode roth sheim stadt stett tal thal ville wald weiler willer"  # noqa: E501
_KINDS = (
    ("Conseil municipal de {}", "Stadtrat {}", "{} Town Council"),
    ("Chambre de commerce de {}", "Handelskammer {}", "{} Chamber of Commerce"),
    ("Chambre des métiers de {}", "Handwerkskammer {}", "{} Chamber of Trades"),
    ("Université de {}", "Universität {}", "University of {}"),
    ("Agence de développement de {}", "Entwicklungsagentur {}", "{} Development Agency"),
    ("Musée de {}", "Museum {}", "{} Museum"),
    ("Théâtre de {}", "Theater {}", "{} Theatre"),
    ("Communauté de communes de {}", "Gemeindeverband {}", "Community of Communes of {}"),
    ("Centre culturel de {}", "Kulturzentrum {}", "Cultural Centre of {}"),
    ("Bibliothèque de {}", "Bibliothek {}", "{} Library"),
)
_OFFICES = (
    ("président", "Präsident", "president"),
    ("directrice", "Direktorin", "director"),
    ("secrétaire général", "Generalsekretär", "secretary general"),
    ("vice-présidente", "Vizepräsidentin", "vice-president"),
)
_MAYOR = ("maire", "Bürgermeister", "mayor")
_GIVEN = "Anna Marie Claire Julia Petra Sabine Nathalie Isabelle Karin Monika Sophie Laura Emma Lea Camille Karl Peter Hans Jean Pierre Michel Luc Marc Paul Thomas Stefan Andreas Martin Jürgen Klaus François René André Jörg Günter Nicolas Philippe Laurent Christian Daniel Jean-Luc Karl-Heinz Anne-Marie Hans-Peter Marie-Claire"  # noqa: E501
_FREQUENT = "Müller Schmidt Weber Wagner Becker Schneider Martin Bernard Dubois Petit Laurent Simon Klein Hoffmann Meyer Lambert Schäfer Groß Lefèvre Krämer"  # noqa: E501
_SURNAME_ENDINGS = "er mann ing eau ard ert in el sen ler ner ier ot ac feld hoff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body of a town."""

    id: str
    names: tuple[str, str, str]
    acronym: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Human:
    """A person of a body."""

    id: str
    given: str
    surname: str
    body: int
    """The number of the body in its town; -1 for the mayor."""
    office: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town with all that is in it."""

    id: str
    names: tuple[str, str, str]
    bodies: tuple[Body, ...]
    people: tuple[Human, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Pages, what is known before, and the truth."""

    records: list[Record]
    authority: dict[str, Authority]
    truth: dict[MentionKey, str]


def made(mentions: int, seed: int = 4) -> Made:
    """About so many mentions, a tenth as many actors."""
    chance = random.Random(seed)
    towns = _towns(chance, actors=mentions // PER_ACTOR)
    truth: dict[MentionKey, str] = {}
    records = list(_pages(chance, towns, mentions, truth))
    known = {
        f"territory-{town.id}": Authority(
            id=f"territory-{town.id}",
            type=EntityType.TERRITORY,
            names=tuple(Label(name, language) for name, language in zip(town.names, LANGUAGES, strict=True)),
            within=("territory-country",),
        )
        for town in towns
        if len(set(town.names)) > 1
    }
    known["territory-country"] = Authority(
        id="territory-country", type=EntityType.TERRITORY, names=(Label("Frontalie", "fr"),)
    )
    return Made(records=records, authority=known, truth=truth)


def actors(count: int, seed: int = 4) -> list[Town]:
    """About so many actors, without any page: towns with their bodies and people."""
    return _towns(random.Random(seed), count)


def _towns(chance: random.Random, actors: int) -> list[Town]:
    """Towns with bodies and people, in all about so many actors: a town, seven bodies and twelve people each."""
    number = max(3, actors // 20)
    names = [a + b + c for a, b, c in product(_BEGINNINGS.split(), _MIDDLES.split(" "), _ENDINGS.split())]
    chance.shuffle(names)
    surnames = _surnames(chance, number)
    return [_town(chance, at, names, surnames) for at in range(number)]


def _surnames(chance: random.Random, number: int) -> list[str]:
    """Surnames, the frequent ones many times."""
    made_up = {
        chance.choice(_BEGINNINGS.split()) + chance.choice(_MIDDLES.split()) + chance.choice(_SURNAME_ENDINGS.split())
        for _ in range(4 * number + 200)
    }
    return sorted(made_up) + _FREQUENT.split() * max(1, len(made_up) // 100)


def _town(chance: random.Random, at: int, names: Sequence[str], surnames: Sequence[str]) -> Town:
    name = names[at]
    other = names[-1 - at // 10] if at % 10 == 0 else name
    kinds = chance.sample(_KINDS, 7)
    in_languages = (name, other, name)
    bodies = tuple(
        Body(
            id=f"o{at}-{number}",
            names=(kind[0].format(name), kind[1].format(other), kind[2].format(name)),
            acronym=None
            if chance.random() > 0.1
            else f"{kind[0][0]}{kind[0].split()[-2][0].upper()}{name[:3].upper()}",
        )
        for number, kind in enumerate(kinds)
    )
    people = tuple(
        Human(
            id=f"p{at}-{number}",
            given=chance.choice(_GIVEN.split()),
            surname=chance.choice(surnames),
            body=number % 8 - 1,
            office=_MAYOR if number % 8 == 0 else chance.choice(_OFFICES),
        )
        for number in range(12)
    )
    return Town(id=f"t{at}", names=in_languages, bodies=bodies, people=people[1:] if people[8].body == -1 else people)


def _pages(
    chance: random.Random, towns: Sequence[Town], mentions: int, truth: dict[MentionKey, str]
) -> Iterator[Record]:
    written = 0
    page = 0
    while written < mentions:
        town = towns[int(len(towns) * chance.random() ** 1.2)]
        record = _Page(chance, f"page-{page:06}", chance.randrange(3)).about(town, chance.choice(towns), truth)
        written += len(record.mentions)
        page += 1
        yield record


class _Page:
    """Writes one page."""

    def __init__(self, chance: random.Random, name: str, language: int) -> None:
        self._chance = chance
        self._name = name
        self._at = language
        self._mentions: dict[tuple[EntityType, str], Mention] = {}
        self._truth: dict[tuple[EntityType, str], str] = {}
        self._positions: list[Position] = []
        self._participations: list[Participation] = []

    def about(self, town: Town, other: Town, truth: dict[MentionKey, str]) -> Record:
        """A page about one town, with a few mentions of another."""
        chance = self._chance
        self._add(EntityType.TERRITORY, self._cased(town.names[self._at]), town.id)
        self._add(EntityType.TERRITORY, self._cased(other.names[self._at]), other.id)
        for human in chance.sample(town.people, min(len(town.people), chance.randint(5, 9))):
            self._write_person(human, town)
        for body in chance.sample(town.bodies, chance.randint(2, 5)):
            self._write_body(body)
        self._write_body(chance.choice(other.bodies))
        day = f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        truth.update({MentionKey(self._name, type_, name): id_ for (type_, name), id_ in self._truth.items()})
        return Record(
            document=Document(id=self._name, language=LANGUAGES[self._at], text="", sha256=sha256(self._name)),
            mentions=tuple(self._mentions.values()),
            events=(Event(id="e", title=f"{town.names[self._at]} {day}", start=day),),
            participations=tuple(self._participations),
            positions=tuple(self._positions),
        )

    def _add(self, type_: EntityType, name: str, id_: str, aliases: tuple[str, ...] = ()) -> str | None:
        """Add a mention; None where the page has that name already."""
        if (type_, name) in self._truth:
            return name if self._truth[type_, name] == id_ else None
        self._truth[type_, name] = id_
        self._mentions[type_, name] = Mention(type=type_, name=name, aliases=aliases)
        return name

    def _write_body(self, body: Body) -> str | None:
        known = next((name for (_, name), id_ in self._truth.items() if id_ == body.id), None)
        if known is not None:
            return known
        name = body.names[self._at]
        acronym = (body.acronym,) if body.acronym and self._chance.random() < 0.5 else ()
        return self._add(EntityType.ORGANIZATION, self._slip(self._cased(self._inflected(name))), body.id, acronym)

    def _write_person(self, human: Human, town: Town) -> None:
        if human.id in self._truth.values():
            return
        if human.body < 0:
            body = self._add(EntityType.TERRITORY, town.names[self._at], town.id)
        else:
            body = self._write_body(town.bodies[human.body % len(town.bodies)])
        name = self._add(EntityType.PERSON, self._of_person(human), human.id)
        if name is None:
            return
        self._participations.append(Participation(agent=name, event="e", role=Role.SPEAKER))
        if body is not None and self._chance.random() < 0.97:
            office = human.office[self._at]
            self._positions.append(Position(person=name, position=office, organization=body))

    def _of_person(self, human: Human) -> str:
        chance, given, surname = self._chance.random(), human.given, human.surname
        if chance < 0.12:
            return f"{surname.upper()} {given}"
        if chance < 0.16:
            return f"{given} {surname}".translate({0xE4: "ae", 0xF6: "oe", 0xFC: "ue", 0xDF: "ss"})
        if chance < 0.20:
            return f"{given} {surname}".translate(str.maketrans("éèçë", "eece"))
        if chance < 0.215:
            return f"{given[0]}. {surname}"
        if chance < 0.23:
            return f"Dr. {given} {surname}"
        return self._slip(f"{given} {surname}")

    def _inflected(self, name: str) -> str:
        if self._at == 1 and self._chance.random() < 0.1 and name.startswith("Stadtrat"):
            return name.replace("Stadtrat", "Stadtrats")
        if self._at == 0 and self._chance.random() < 0.1:
            return f"la {name}" if name[0] == "C" else f"{name} asbl"
        return name

    def _cased(self, name: str) -> str:
        return name.upper() if self._chance.random() < 0.03 else name

    def _slip(self, name: str) -> str:
        """One letter left out, now and then."""
        if self._chance.random() > 0.01:
            return name
        at = self._chance.randrange(1, len(name) - 1)
        return name[:at] + name[at + 1 :]
