"""People: one name is not enough to make one person of two mentions; other facts must agree, and none contradict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.model import Authority, EntityType, MentionKey
from kg.resolve.clusters import Clusters
from kg.resolve.contradictions import Node
from kg.resolve.match.blocks import LARGEST, pairs_within
from kg.resolve.match.people import WORKING_LIFE, Around, Person, contradict, person_findings
from kg.resolve.match.person_names import Key, are_near, name_key
from kg.resolve.match.vocabulary import PLACE
from kg.resolve.match.weights import Finding, weights_of
from kg.resolve.mentions import Named
from kg.resolve.pages import Pages
from kg.resolve.person_facts import Facts
from kg.resolve.questions import Question, ask

_MOST_PAIRS = 10
"""Open questions told about one name; a name of many people would drown the others."""
_MANY = 30
"""People of one name that are compared each with each; of more, those who share no fact stay apart."""
_MARGIN = 1.0
"""By so much the better of two people that cannot be one must be ahead, or the question stays open."""

Scored = tuple[float, MentionKey, MentionKey, tuple[Finding, ...]]


class People:
    """The people so far: each group of mentions with all that its pages say."""

    def __init__(
        self, named: Sequence[Named], authority: Mapping[str, Authority], clusters: Clusters, facts: Facts, pages: Pages
    ) -> None:
        self._authority = authority
        self._clusters = clusters
        self._pages = pages
        self._mentions = {one.key: facts.of(one) for one in named}
        self._groups: dict[int, Person] = {}
        for key, person in self._mentions.items():
            number = clusters.number(key)
            before = self._groups.get(number)
            self._groups[number] = person if before is None else before.with_(person)
        self._weights = weights_of("people")
        self._entries = _entries_by_name(authority)

    def join(self) -> Iterator[Question]:
        """Join whom name and facts make one person; ask where they only may."""
        by_name: defaultdict[Key, list[MentionKey]] = defaultdict(list)
        for key, person in self._mentions.items():
            for name in person.names:
                by_name[name].append(key)
        for _, keys in sorted(by_name.items()):
            if len(keys) > _MANY or not self._are_split(keys):
                self._join_by_facts(keys)
            self._join_best(self._scored(self._firsts(keys)[:_MANY]))
        self._join_best(self._scored_pairs(self._near()))
        told: set[frozenset[Node]] = set()
        for name, keys in sorted(by_name.items()):
            yield from self._questions([*keys, *self._entries.get(name, ())], told)

    def territories(self, key: MentionKey) -> frozenset[str]:
        """The territories that a person acts for, as tokens of names."""
        return self._mentions[key].territories

    def findings(self, left: MentionKey, right: MentionKey) -> list[Finding]:
        """What speaks for and against two mentions being one person, with all that is known of both."""
        one, other = self._person(left), self._person(right)
        return person_findings(one, other, self._around(one, other))

    def findings_of_mentions(self, left: MentionKey, right: MentionKey) -> list[Finding]:
        """What speaks for and against, of the two mentions alone, whatever else they are one with."""
        one, other = self._mentions[left], self._mentions[right]
        return person_findings(one, other, self._around(one, other))

    def _person(self, key: MentionKey) -> Person:
        return self._groups[self._clusters.number(key)]

    def _around(self, one: Person, other: Person) -> Around:
        pages, shared = self._pages, one.bodies & other.bodies
        named = not shared and bool(
            one.bodies & pages.things_on(other.pages) or other.bodies & pages.things_on(one.pages)
        )
        return Around(
            common_people=pages.common_people(one.pages, other.pages, one.names | other.names),
            common_things=pages.common_things(one.pages, other.pages, one.bodies | other.bodies),
            body_named=named,
            related=bool(
                self._wide(one.territories) & other.territories or self._wide(other.territories) & one.territories
            ),
        )

    def _wide(self, places: Iterable[str]) -> set[str]:
        """The territories and all that they lie in."""
        found = set(places)
        queue = sorted(found)
        for at in queue:
            entry = self._authority.get(at.removeprefix(PLACE))
            above = [] if entry is None else [PLACE + id_ for id_ in entry.within if PLACE + id_ not in found]
            found.update(above)
            queue.extend(above)
        return found

    def _join_by_facts(self, keys: list[MentionKey]) -> None:
        """Join those of one name who share a body, an office in a territory, or an event."""
        first: dict[object, MentionKey] = {}
        for key in keys:
            person = self._mentions[key]
            for fact in (*sorted(person.bodies), *sorted(person.offices), *sorted(person.events)):
                before = first.setdefault(fact, key)
                if self._clusters.number(before) != self._clusters.number(key):
                    self._join(before, key)

    def _are_split(self, keys: Iterable[MentionKey]) -> bool:
        """Whether some of these cannot be one person: then who is near two of them must be looked at with care."""
        people = [self._mentions[key] for key in keys]
        towns = {person.towns for person in people if person.towns}
        years = [year for person in people for year in person.years]
        return len(towns) > 1 or (bool(years) and max(years) - min(years) > WORKING_LIFE)

    def _firsts(self, keys: Iterable[MentionKey]) -> list[MentionKey]:
        """One mention for each group."""
        return list({self._clusters.number(key): key for key in reversed(list(keys))}.values())[::-1]

    def _scored(self, keys: Sequence[MentionKey]) -> list[Scored]:
        return self._scored_pairs(combinations(keys, 2))

    def _scored_pairs(self, pairs: Iterable[tuple[MentionKey, MentionKey]]) -> list[Scored]:
        """The pairs with their scores, best first."""
        found = []
        for left, right in pairs:
            if self._clusters.may_join(left, right):
                findings = tuple(self.findings(left, right))
                found.append((self._weights.score(findings), left, right, findings))
        return sorted(found, key=lambda scored: (-scored[0], scored[1], scored[2]))

    def _join_best(self, scored: list[Scored]) -> None:
        """Join from the best down to the threshold; whoever fits two people that cannot be one joins neither."""
        enough = [one for one in scored if one[0] >= self._weights.same]
        near: defaultdict[MentionKey, list[tuple[float, MentionKey]]] = defaultdict(list)
        if self._are_split({key for _, left, right, _ in enough for key in (left, right)}):
            for score, left, right, _ in enough:
                near[left].append((score, right))
                near[right].append((score, left))
        for score, left, right, _ in enough:
            if not self._is_torn(score, right, near[left]) and not self._is_torn(score, left, near[right]):
                self._join(left, right)

    def _is_torn(self, score: float, its: MentionKey, others: list[tuple[float, MentionKey]]) -> bool:
        """Whether somebody is as near to one who cannot be the one that it is to be joined with."""
        return any(rival != its and of > score - _MARGIN and self._contradict(its, rival) for of, rival in others)

    def _contradict(self, left: MentionKey, right: MentionKey) -> bool:
        return contradict(self._person(left), self._person(right))

    def _join(self, left: MentionKey, right: MentionKey) -> None:
        if self._clusters.number(left) == self._clusters.number(right) or self._contradict(left, right):
            return
        findings = self.findings(left, right)
        score = self._weights.score(findings)
        together = self._person(left).with_(self._person(right))
        if score >= self._weights.same and self._clusters.join(
            left, right, score, tuple(finding.words for finding in findings)
        ):
            self._groups[self._clusters.number(left)] = together

    def _near(self) -> Iterator[tuple[MentionKey, MentionKey]]:
        """Pairs whose names can be forms of one: among people of one body or event, by how their names begin."""
        blocks: defaultdict[tuple[object, str], dict[int, MentionKey]] = defaultdict(dict)
        for key, person in self._mentions.items():
            for fact in (*sorted(person.bodies), *sorted(person.events)):
                for word in {word[:2] for name in person.names for word in name if len(word) > 1}:
                    blocks[fact, word].setdefault(self._clusters.number(key), key)
        groups = [sorted(block.values()) for block in blocks.values() if 1 < len(block) <= LARGEST]
        for left, right in pairs_within(groups):
            one, other = self._mentions[left].names, self._mentions[right].names
            if not one & other and any(are_near(a, b) for a in one for b in other):
                yield left, right

    def _questions(self, nodes: list[Node], told: set[frozenset[Node]]) -> Iterator[Question]:
        """What is open about the people of one name."""
        firsts = list({self._clusters.number(node): node for node in reversed(nodes)}.values())[::-1]
        for count, (left, right) in enumerate(combinations(firsts, 2)):
            if count == _MOST_PAIRS:
                return
            pair = frozenset((self._clusters.first(left), self._clusters.first(right)))
            question = None if pair in told else self._question(left, right)
            if question is not None:
                told.add(pair)
                yield question

    def _question(self, left: Node, right: Node) -> Question | None:
        if isinstance(left, str) or isinstance(right, str):
            return ask(left, right, self._weights.ask, ("only the name agrees",), self._clusters)
        findings = self.findings(left, right)
        if self._contradict(left, right):
            return None
        return ask(left, right, self._weights.score(findings), tuple(f.words for f in findings), self._clusters)


def _entries_by_name(authority: Mapping[str, Authority]) -> dict[Key, list[str]]:
    """The people of the authority by their names."""
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for entry in authority.values():
        if entry.type is EntityType.PERSON:
            for key in dict.fromkeys(name_key(label.value) for label in (*entry.names, *entry.variants)):
                found[key].append(entry.id)
    return dict(found)
