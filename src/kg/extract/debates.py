"""Who leads a debate and who is heard in it: `X moderated the discussion with A`, `moderated by A and B`."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg.extract import lexicon
from kg.extract.drafts import Draft, kind_of
from kg.extract.finds import Find
from kg.extract.sentences import Cue
from kg.extract.words import Word, longest, split
from kg.model import EventKind, Role


def led_by_another(words: Sequence[Word], span: tuple[int, int], cue: Cue, people: Sequence[Find]) -> bool:
    """`X anime un débat entre A et B`, `X moderated the discussion with A`: those behind the verb are heard."""
    if words[cue.first].fold in lexicon.words("roles.guiding"):
        return False  # `durch die Debatte führte X`: the subject stands behind the verb
    doer = words[cue.stop - 1].fold in lexicon.words("grammar.doers", "grammar.agents")
    verb = words[cue.first].shape == "l" and not words[cue.first].fold.startswith("sous")
    low, high = words[span[0]].start, words[cue.first].start
    return verb and not doer and any(low <= p.start < high for p in people)


def led_before(words: Sequence[Word], cue: Cue, i: int, people: Sequence[Find]) -> bool:
    """`Under the chairmanship of X, mayor of Y, the members appointed Z`: the first name behind `of` leads, not `Z`."""
    agents = lexicon.words("grammar.doers", "grammar.agents")
    if cue.key != Role.MODERATOR or cue.stop > i or words[cue.stop - 1].fold not in agents:
        return False
    between = [p for p in people if words[cue.stop - 1].end <= p.start < words[i].start]
    verb = any(w.shape == "l" and w.gap == "c" for w in words[cue.stop : i])
    return bool(between) and verb and not side_by_side(words, between[-1], i)


def on_stage(words: Sequence[Word], first: int, cue: Cue) -> bool:
    """`die an der Podiumsrunde teilnahm`, `a participé à la table ronde`: who takes part in a debate is heard in it."""
    if " ".join(w.fold for w in words[cue.first : cue.stop]) not in lexicon.words("roles.joining"):
        return False
    near = range(max(first, cue.first - NEAR), min(len(words), cue.stop + NEAR))
    stage, debate = lexicon.phrases("events.stage", "events.heads.round-table", "events.items.round-table"), False
    for n in near:
        debate = debate or longest(words, n, stage) is not None
        debate = debate or (words[n].capital and words[n].fold.endswith(_rounds()))
    return debate


NEAR = 9
"""So many words may lie between a verb and the debate that somebody takes part in, its title among them."""


@cache
def _rounds() -> tuple[str, ...]:
    """What German compounds for a debate end in."""
    return tuple(sorted(w for w in lexicon.words("events.stage") if len(w) > len("tisch") and " " not in w))


def role(draft: Draft, listed: Role | None) -> Role | None:
    """Whom the report of a debate lists as taking part in it (`Taking part were:`) is heard there."""
    kind = draft.kind or kind_of(split(draft.title, 0, len(draft.title)))
    return Role.SPEAKER if listed is Role.ATTENDEE and kind == EventKind.ROUND_TABLE else listed


def side_by_side(words: Sequence[Word], other: Find, i: int) -> bool:
    """`by A and B`: nothing but a joining word between a name and the one at word `i`."""
    small = lexicon.words("grammar.joins", "honorifics")
    return all(w.fold in small for w in words[bisect_left(words, other.end, key=lambda w: w.start) : i])
