"""Bodies and works whose names are nearly the same, or so general that only their pages can tell."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from kg.model import Authority, EntityType, MentionKey
from kg.resolve.clusters import Clusters
from kg.resolve.contradictions import order
from kg.resolve.match.blocks import LARGEST, form_pairs
from kg.resolve.match.forms import Form, Reader
from kg.resolve.match.things import ALIKE, Thing, likeness, thing_findings
from kg.resolve.match.weights import Finding, weights_of
from kg.resolve.mentions import Named
from kg.resolve.pages import Pages
from kg.resolve.questions import Question, ask
from kg.text.acronym import is_acronym

TYPES = (
    EntityType.TERRITORY,
    EntityType.ORGANIZATION,
    EntityType.SERIES,
    EntityType.PROJECT,
    EntityType.INSTRUMENT,
)
"""A venue is told from another by its town, not by a word in its name."""
_MOST = 50
"""Mentions of a thing whose names are compared."""
_COMMON = 3
"""Bodies of one general name are one when their pages share so many telling names."""

Scored = tuple[float, MentionKey, MentionKey, tuple[str, ...]]


class Nearly:
    """Compares what is left: each thing with those that share rare words of its names."""

    def __init__(self, named: Sequence[Named], clusters: Clusters, reader: Reader, pages: Pages) -> None:
        self._named: Mapping[MentionKey, Named] = {one.key: one for one in named}
        self._clusters = clusters
        self._reader = reader
        self._pages = pages

    def join(self) -> Iterator[Question]:
        """Join what is near enough, best first, and ask about what is less near."""
        weights = weights_of("things")
        found = self._scored()
        enough = [pair for pair, scored in found.items() if scored[0] >= weights.same]
        torn = self._torn(enough)
        for pair in sorted(enough, key=lambda pair: (-found[pair][0], *map(order, found[pair][1:3]))):
            score, left, right, reasons = found[pair]
            if not pair & torn and not self._share_a_page(left, right):
                self._clusters.join(left, right, score, reasons)
        for score, left, right, reasons in found.values():
            if self._clusters.number(left) != self._clusters.number(right):
                question = ask(left, right, score, reasons, self._clusters)
                if question is not None:
                    yield question

    def _scored(self) -> dict[frozenset[int], Scored]:
        """The pairs of groups that may be one, with their scores."""
        weights = weights_of("things")
        found: dict[frozenset[int], Scored] = {}
        seen: set[frozenset[int]] = set()
        for left, right in self._candidates():
            pair = frozenset((self._clusters.number(left), self._clusters.number(right)))
            if len(pair) > 1 and pair not in seen:
                seen.add(pair)
                findings = self.findings(left, right)
                score = weights.score(findings)
                if score >= weights.ask:
                    found[pair] = (score, left, right, tuple(one.words for one in findings))
        return found

    def _torn(self, enough: Sequence[frozenset[int]]) -> set[int]:
        """The groups that are near enough to two others which are not near each other."""
        near: defaultdict[int, set[int]] = defaultdict(set)
        for pair in enough:
            left, right = sorted(pair)
            near[left].add(right)
            near[right].add(left)
        return {
            number
            for number, others in near.items()
            if any(b not in near[a] for a, b in combinations(sorted(others), 2))
        }

    def findings(self, left: MentionKey, right: MentionKey) -> list[Finding]:
        """What speaks for and against two mentions being one thing."""
        one, other = self.thing(left), self.thing(right)
        apart_from = {self._clusters.number(left), self._clusters.number(right)}
        common = self._pages.common_things(one.pages, other.pages, apart_from)
        return thing_findings(one, other, common + self._pages.common_people(one.pages, other.pages))

    def _candidates(self) -> Iterator[tuple[MentionKey, MentionKey]]:
        for type_ in TYPES:
            holders = self._holders(type_)
            forms = sorted(holders, key=lambda form: form.tokens)
            for i, j in form_pairs(forms):
                if likeness(forms[i], forms[j])[0] >= ALIKE:
                    for left, right in product(holders[forms[i]], holders[forms[j]]):
                        yield (left, right) if order(left) < order(right) else (right, left)

    def _holders(self, type_: EntityType) -> dict[Form, list[MentionKey]]:
        """The things that have each form, one mention each."""
        found: defaultdict[Form, dict[int, MentionKey]] = defaultdict(dict)
        for one in self._named.values():
            if one.key.type is type_:
                for form in one.forms(self._reader):
                    found[form].setdefault(self._clusters.number(one.key), one.key)
        return {form: list(holders.values())[:LARGEST] for form, holders in found.items()}

    def thing(self, key: MentionKey) -> Thing:
        """All that is known of the thing of a mention."""
        members = [m for m in self._clusters.members(key) if isinstance(m, MentionKey)][:_MOST]
        mentions = [self._named[member] for member in sorted(members) if member in self._named]
        return Thing(
            names=tuple(dict.fromkeys((key.name, *(name for one in mentions for name in one.names)))),
            forms=tuple(dict.fromkeys(form for one in mentions for form in one.forms(self._reader))),
            pages=frozenset(one.key.document for one in mentions),
            size=self._clusters.size(key),
        )

    def entry(self, entry: Authority) -> Thing:
        """An authority entry as a thing that can be compared."""
        names = tuple(label.value for label in (*entry.names, *entry.variants))
        forms = dict.fromkeys(self._reader.form(name) for name in names)
        return Thing(names=names, forms=tuple(form for form in forms if not form.is_general), pages=frozenset())

    def findings_of_mentions(self, left: MentionKey, right: MentionKey) -> list[Finding]:
        """What speaks for and against, of the two mentions alone, whatever else they are one with."""
        one, other = (_alone(self._named[key], self._reader) for key in (left, right))
        common = self._pages.common_things(
            one.pages, other.pages, {self._clusters.number(key) for key in (left, right)}
        )
        return thing_findings(one, other, common + self._pages.common_people(one.pages, other.pages))

    def _share_a_page(self, left: MentionKey, right: MentionKey) -> bool:
        one, other = self.thing(left), self.thing(right)
        return bool(one.pages & other.pages)

    def join_general(self) -> None:
        """Join bodies of one general name ("Vorstand" and "comité directeur") whose pages are about the same."""
        blocks: defaultdict[tuple[EntityType, Form, object], list[MentionKey]] = defaultdict(list)
        for one in self._named.values():
            form = self._reader.form(one.key.name)
            if (
                one.key.type in TYPES
                and form.is_general
                and not is_acronym(one.key.name)
                and not one.forms(self._reader)
            ):
                page = (one.key.document,)
                for told in (*self._pages.things_on(page), *self._pages.people_on(page)):
                    blocks[one.key.type, form, told].append(one.key)
        common = Counter(pair for block in blocks.values() if len(block) <= LARGEST for pair in combinations(block, 2))
        for (left, right), count in sorted(common.items(), key=lambda c: (-c[1], order(c[0][0]), order(c[0][1]))):
            if count >= _COMMON and left.document != right.document:
                words = f"one general name, and {count} other names in common on their pages"
                self._clusters.join(left, right, weights_of("things").same, (words,))


def _alone(one: Named, reader: Reader) -> Thing:
    return Thing(names=one.names, forms=one.forms(reader), pages=frozenset((one.key.document,)))
