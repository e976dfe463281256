"""Who leads a debate and who is heard in it: `X moderated the discussion with A`, `moderated by A and B`."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract import lexicon
from kg.extract.finds import Find
from kg.extract.sentences import Cue
from kg.extract.words import Word


def led_by_another(words: Sequence[Word], span: tuple[int, int], cue: Cue, people: Sequence[Find]) -> bool:
    """`X anime un débat entre A et B`, `X moderated the discussion with A`: those behind the verb are heard."""
    doer = words[cue.stop - 1].fold in lexicon.words("grammar.doers", "grammar.agents")
    verb = words[cue.first].shape == "l" and not words[cue.first].fold.startswith("sous")
    low, high = words[span[0]].start, words[cue.first].start
    return verb and not doer and any(low <= p.start < high for p in people)


def side_by_side(words: Sequence[Word], other: Find, i: int) -> bool:
    """`by A and B`: nothing but a joining word between a name and the one at word `i`."""
    small = lexicon.words("grammar.joins", "honorifics")
    return all(w.fold in small for w in words[bisect_left(words, other.end, key=lambda w: w.start) : i])
