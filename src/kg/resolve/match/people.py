"""What speaks for and against two people of one name, or nearly one, being one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.resolve.match.person_names import Key, are_near, is_full, is_rare
from kg.resolve.match.weights import Finding

WORKING_LIFE = 45
"""Years between two mentions from which on they are not of one person."""
_CONTEXT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What pages say of a person; things are numbers of groups, places are tokens of forms."""

    names: frozenset[Key]
    pages: frozenset[str] = frozenset()
    bodies: frozenset[int] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()
    """Pairs of office and territory."""
    towns: frozenset[str] = frozenset()
    """The towns of which it holds an office."""
    territories: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    years: tuple[int, ...] = ()
    """The first and the last year."""

    def with_(self, other: "Person") -> "Person":
        """What is known when the two are one."""
        years = sorted((*self.years, *other.years))
        return Person(
            names=self.names | other.names,
            pages=self.pages | other.pages,
            bodies=self.bodies | other.bodies,
            offices=self.offices | other.offices,
            towns=self.towns | other.towns,
            territories=self.territories | other.territories,
            events=self.events | other.events,
            years=(years[0], years[-1]) if years else (),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the pages of two people have to do with each other."""

    common_people: int = 0
    common_things: int = 0
    body_named: bool = False
    """The body of one is named on a page of the other."""
    related: bool = False
    """A territory of one lies in, or holds, one of the other."""


def other_town(left: Person, right: Person, _: Around) -> str | None:
    """Offices of two towns: the mayors of two towns are two people."""
    if left.towns and right.towns and not left.towns & right.towns:
        return f"offices of two towns: {_places(left.towns)}, and {_places(right.towns)}"
    return None


def other_time(left: Person, right: Person, _: Around) -> str | None:
    """More years than a working life has."""
    if not left.years or not right.years:
        return None
    gap = max(left.years[0] - right.years[-1], right.years[0] - left.years[-1])
    return f"{gap} years lie between them" if gap > WORKING_LIFE else None


def same_name(left: Person, right: Person, _: Around) -> str | None:
    """One full name, in whatever order and spelling."""
    return "the full name is the same" if _full_in_common(left, right) else None


def near_name(left: Person, right: Person, _: Around) -> str | None:
    """Two names that can be forms of one."""
    if _full_in_common(left, right) or not any(are_near(one, other) for one in left.names for other in right.names):
        return None
    return "the names can be forms of one"


def other_name(left: Person, right: Person, _: Around) -> str | None:
    """Two names that cannot be forms of one."""
    near = any(one == other or are_near(one, other) for one in left.names for other in right.names)
    return None if near else "the names are different"


def rare_name(left: Person, right: Person, _: Around) -> str | None:
    """One full name that few people have."""
    return "the surname is not a frequent one" if any(map(is_rare, _full_in_common(left, right))) else None


def same_body(left: Person, right: Person, _: Around) -> str | None:
    """One body that both act for."""
    return "both act for one body" if left.bodies & right.bodies else None


def same_office(left: Person, right: Person, _: Around) -> str | None:
    """One office in one territory."""
    shared = sorted(left.offices & right.offices)
    return f"both hold one office in one territory: {shared[0][0]}, {_places(shared[0][1:])}" if shared else None


def same_event(left: Person, right: Person, _: Around) -> str | None:
    """One event in which both take part."""
    return "both take part in one event" if left.events & right.events else None


def common_people(_: Person, __: Person, around: Around) -> str | None:
    """Pages that name the same other people."""
    many = around.common_people >= _CONTEXT
    return f"their pages name {around.common_people} other people in common" if many else None


def body_named(_: Person, __: Person, around: Around) -> str | None:
    """The body of one on the page of the other."""
    return "the body of one is named on the page of the other" if around.body_named else None


def common_pages(_: Person, __: Person, around: Around) -> str | None:
    """Pages that name the same bodies and places."""
    many = around.common_things >= _CONTEXT
    return f"their pages name {around.common_things} bodies and places in common" if many else None


def same_territory(left: Person, right: Person, _: Around) -> str | None:
    """One territory that both act for."""
    shared = left.territories & right.territories
    return f"both act for {_places(shared)}" if shared else None


def other_territory(left: Person, right: Person, around: Around) -> str | None:
    """Territories that have nothing to do with each other."""
    if not left.territories or not right.territories or around.related or left.territories & right.territories:
        return None
    return f"they act for different territories: {_places(left.territories)}, and {_places(right.territories)}"


Feature = Callable[[Person, Person, Around], str | None]
CONTRADICTIONS: tuple[Feature, ...] = (other_town, other_time)
"""What keeps two people apart, however much agrees."""
FEATURES: tuple[Feature, ...] = (
    same_name,
    near_name,
    other_name,
    rare_name,
    same_body,
    same_office,
    same_event,
    common_people,
    body_named,
    common_pages,
    same_territory,
    other_territory,
    *CONTRADICTIONS,
)
"""All that is looked at; each stands in the table of weights under its name."""


def contradict(left: Person, right: Person) -> bool:
    """Whether something keeps two people apart, however much agrees."""
    return any(feature(left, right, Around()) is not None for feature in CONTRADICTIONS)


def person_findings(left: Person, right: Person, around: Around) -> list[Finding]:
    """All findings on two people."""
    said = ((feature.__name__, feature(left, right, around)) for feature in FEATURES)
    return [Finding(name, words) for name, words in said if words is not None]


def _full_in_common(left: Person, right: Person) -> list[Key]:
    return sorted(key for key in left.names & right.names if is_full(key))


def _places(tokens: Iterable[str]) -> str:
    return ", ".join(sorted(token.partition(":")[2].removeprefix("territory-") for token in tokens))
