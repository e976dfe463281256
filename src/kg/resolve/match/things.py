"""What speaks for and against two bodies, places or works being one, as far as their names and pages say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.match.forms import Form
from kg.resolve.match.vocabulary import KIND, NAME, PLACE, TOPIC
from kg.resolve.match.weights import Finding

NEAR, ALIKE = 0.9, 0.7
"""From these shares of common meaning on, two names are nearly one, or alike."""
_WEIGHTS = {NAME: 3.0, PLACE: 3.0, KIND: 2.0, TOPIC: 1.0}
_LIKE = 85.0
"""From this likeness of letters on (Indel ratio, percent), two long words are one with a slip of the pen."""
_LONG = 6
_SLIP = 2.85
"""What a word counts that agrees but for a slip of the pen."""
_SLIPS_SHARE = 0.1
"""More of the mentions of a thing than this do not have one and the same slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is known of a body, place or work when it is compared."""

    names: tuple[str, ...]
    forms: tuple[Form, ...]
    """The forms of its names that say more than what sort of body it is."""
    pages: frozenset[str]
    size: int = 1
    """How many mentions it has."""


def thing_findings(left: Thing, right: Thing, common: int) -> list[Finding]:
    """All findings on two things; `common` is how many telling names their pages share."""
    found = [*name_findings(left, right)]
    shared = sorted(left.pages & right.pages)
    if shared and "same_meaning" not in {finding.feature for finding in found}:
        found.append(Finding("one_page", f"{shared[0]} names both"))
    if common > 1:
        found.append(Finding("common_pages", f"their pages name {common} other people or things in common"))
    return found


def name_findings(left: Thing, right: Thing) -> Iterable[Finding]:
    """What the names say: the best pair of them counts."""
    best, one, other = max(
        ((likeness(a, b), a, b) for a in left.forms for b in right.forms),
        key=lambda found: found[0],
        default=((0.0, 0), Form(()), Form(())),
    )
    share, slips = best
    names = f"{left.names[0]!r} and {right.names[0]!r}"
    if share == 1.0:
        yield Finding("same_meaning", f"{names} mean the same: {_said(one.tokens)}")
        return
    if share >= ALIKE:
        feature, how = ("near_name", "nearly the same") if share >= NEAR else ("alike_name", "alike")
        yield Finding(feature, f"{names} are {how} ({share:.0%} of what they say)")
    if slips and min(left.size, right.size) > max(1, _SLIPS_SHARE * max(left.size, right.size)):
        yield Finding("both_usual", f"both spellings are usual: {left.size} and {right.size} mentions")
    for mark, feature, word in ((KIND, "kinds_differ", "kinds"), (PLACE, "places_differ", "places")):
        mine, theirs = one.of(mark), other.of(mark)
        if mine and theirs and not mine & theirs:
            yield Finding(feature, f"two {word}: {_said(mine)}, and {_said(theirs)}")


def _said(tokens: Iterable[str]) -> str:
    return ", ".join(sorted(token.partition(":")[2].removeprefix("territory-") for token in tokens))


@lru_cache(maxsize=500_000)
def likeness(one: Form, other: Form) -> tuple[float, int]:
    """The share of what two names say that both say, and how many of their words agree but for a slip of the pen."""
    mine, theirs = set(one.tokens), set(other.tokens)
    common = mine & theirs
    shared = sum(_WEIGHTS.get(token[:2], 1.0) for token in common)
    mine, theirs = mine - common, theirs - common
    slips = 0
    for token in sorted(mine):
        twin = next((t for t in sorted(theirs) if _are_like(token, t)), None)
        if twin is not None:
            mine, theirs, slips = mine - {token}, theirs - {twin}, slips + 1
    shared += slips * _SLIP
    rest = sum(_WEIGHTS.get(token[:2], 1.0) for token in (*mine, *theirs)) + slips * (_WEIGHTS[NAME] - _SLIP)
    return (shared / (shared + rest) if shared else 0.0), slips


def differ(one: Form, other: Form) -> bool:
    """Whether two names say that they name two things: of other kinds, or with no place or proper name in common."""
    kinds = (one.of(KIND), other.of(KIND))
    proper = (one.of(PLACE) | one.of(NAME), other.of(PLACE) | other.of(NAME))
    return any(mine and theirs and not mine & theirs for mine, theirs in (kinds, proper))


def _are_like(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - 20 ms that a build without unlike names does not need

    if one[:2] != NAME or other[:2] != NAME or min(len(one), len(other)) < _LONG + len(NAME):
        return False
    return ratio(one[2:], other[2:]) >= _LIKE
