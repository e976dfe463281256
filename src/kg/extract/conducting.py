"""Who leads a part of an event, by a verb of leading and the event's word beside it: `Das Forum „Natur“ leitete X`,
`durch die Debatte führte Y`, `X led the workshop`, `l'atelier que dirigeait Y`.

A verb of leading alone says little: people lead offices and projects too.
"""

from collections.abc import Sequence

from kg.extract import lexicon, occasions
from kg.extract.sentences import Cue
from kg.extract.words import Word, longest
from kg.model import Role

NEAR = 9
"""So many words, a title among them, may stand between the verb and what is led."""


def cues(words: Sequence[Word], span: tuple[int, int], known: Sequence[Cue]) -> list[Cue]:
    """The cues of a clause, in order, with its verbs of leading that have an event's word beside them."""
    first, stop = span
    taken = {n for cue in known for n in range(cue.first, cue.stop)}
    verbs = lexicon.phrases("roles.conducting")
    found = [
        Cue(i, hit[0], Role.MODERATOR.value)
        for i in range(first, stop)
        if i not in taken and (hit := longest(words, i, verbs)) is not None and _leads(words, (first, stop), i, hit[0])
    ]
    return sorted([*known, *found, *_given(words, span, taken)], key=lambda cue: cue.first)


def _given(words: Sequence[Word], span: tuple[int, int], taken: set[int]) -> list[Cue]:
    """`Den Bericht der Arbeitsgruppe gab X`, `she delivered the keynote`: a light verb with a word for a speech."""
    verbs, speeches = lexicon.phrases("roles.giving"), lexicon.phrases("roles.given")
    out: list[Cue] = []
    for i in range(*span):
        hit = longest(words, i, verbs) if i not in taken else None
        near = range(max(span[0], i - NEAR), min(span[1], i + NEAR)) if hit is not None else ()
        if hit is not None and any(longest(words, n, speeches) is not None for n in near):
            out.append(Cue(i, hit[0], Role.SPEAKER.value))
    return out


def _leads(words: Sequence[Word], span: tuple[int, int], i: int, after: int) -> bool:
    if words[i].fold in lexicon.words("roles.guiding"):
        return any(
            words[n].fold in lexicon.words("roles.through") and _part(words, n + 1, i) for n in range(span[0], i)
        )
    return _part(words, max(span[0], i - NEAR), i) or _part(words, after, min(span[1], after + NEAR))


def _part(words: Sequence[Word], first: int, stop: int) -> bool:
    """True where an event's word, or one for a time of day or a vote, stands among the words."""
    named = lexicon.phrases("events.conducted", "events.holders", "events.items.round-table")
    for n in range(first, stop):
        if words[n].fold in lexicon.words("roles.groups") and words[n].fold not in lexicon.words("events.holders"):
            return False
        hit = longest(words, n, named)
        if (hit is not None and (words[n].capital or hit[0] <= stop)) or occasions.event_word(words, n) is not None:
            return True
    return False


def meant(words: Sequence[Word], cue: Cue, known: Sequence[Cue]) -> Cue:
    """The cue behind another that tells what was done.

    `ließ es sich nicht nehmen, ein Grußwort zu sprechen`; `Hausherr X erinnerte daran`: a host who speaks is heard.
    """
    said = " ".join(w.fold for w in words[cue.first : cue.stop])
    after = next((c for c in known if c.first >= cue.stop), None)
    spoken = after is not None and after.key == Role.SPEAKER and cue.key == Role.HOST and cue.stop - cue.first == 1
    host = spoken and words[cue.first].capital and words[cue.stop].capital and words[cue.stop].gap == "s"
    return after if after is not None and (host or said in lexicon.words("roles.insisting")) else cue
