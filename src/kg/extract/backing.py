"""Labels inside a line: `Konzil. Veranstalter: X in Kooperation mit Y`, `Chair: X | Discussant: Y`, `Host: Z.`"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract import lexicon
from kg.extract.finds import Find
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import Role

BACKING = (Role.ORGANIZER, Role.PARTNER, Role.HOST)
"""What a body may be by a label."""
ENDS = 2
"""A full stop behind a word of so many letters ends no sentence (`e. V.`)."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label, the words from `first` to before `stop`, and the role that it gives to the names behind it."""

    first: int
    stop: int
    role: Role


def labels(words: Sequence[Word], first: int = 0) -> list[Label]:
    """The labels of a line from word `first` on: those before a colon, and `in cooperation with` without one."""
    out: list[Label] = []
    i, kinds = first, lexicon.kinds("roles.labels")
    while i < len(words):
        hit = longest(words, i, kinds) if words[i].fold in kinds.starting else None
        if hit is None or hit[0] >= len(words):
            i += 1
            continue
        role, behind = Role(hit[1]), words[hit[0]]
        backs = role in BACKING and hit[0] - i > 1 and behind.gap in "sa"
        if behind.gap == ":" or backs:
            out.append(Label(i, hit[0], role))
        i = hit[0]
    return out


def role_of(words: Sequence[Word], known: Sequence[Label], find: Find, default: Role) -> Role:
    """The role of the last label before a name, else the default."""
    before = [one for one in known if words[one.stop - 1].end <= find.start]
    return before[-1].role if before else default


def inside(line: Line, bodies: Sequence[Find]) -> Iterator[tuple[Find, Role]]:
    """The bodies behind the labels of a line, each up to the next label or the end of its sentence."""
    known = labels(line.words) if bodies else ()
    for n, label in enumerate(known):
        if label.role not in BACKING:
            continue
        stop = known[n + 1].first if n + 1 < len(known) else len(line.words)
        end = next((line.words[i].start for i in range(label.stop + 1, stop) if ends(line.words, i)), None)
        limit = end or (line.end if stop == len(line.words) else line.words[stop].start)
        yield from ((b, label.role) for b in bodies if line.words[label.stop].start <= b.start < limit)


def ends(words: Sequence[Word], i: int) -> bool:
    """True where a sentence ends before word `i`."""
    return words[i].gap == "d" and words[i].shape != "l" and len(words[i - 1].text) > ENDS


TITLE = 2
"""So many words, a title or an office, may stand between such a cue and the name."""
PATRON = 2
"""So many words stand between a cue and a patron (`unter der Schirmherrschaft von Dr. X`)."""


def told(words: Sequence[Word], first: int, i: int) -> Role | None:
    """What stands right before the person at word `i` of a clause that begins at word `first`: a label, a patronage."""
    for n in range(max(first, i - 2 * PATRON - 2), i):
        hit = longest(words, n, lexicon.phrases("roles.patrons"))
        if hit is not None and hit[0] <= i <= hit[0] + PATRON:
            return Role.PARTNER
    return inline(words, first, i)


def inline(words: Sequence[Word], first: int, stop: int) -> Role | None:
    """The role that a label inside a line gives to the next person (`Gespräch mit X. Moderation: Y`)."""
    for i in range(stop - 1, first - 1, -1):
        hit = longest(words, i, lexicon.kinds("roles.labels"))
        if hit is not None and hit[0] < len(words) and words[hit[0]].gap == ":" and hit[0] <= stop:
            return Role(hit[1]) if hit[1] in (Role.MODERATOR, Role.SPEAKER, Role.ATTENDEE) else None
        hit = longest(words, i, lexicon.kinds("roles.lines"))
        if hit is not None and hit[0] == stop and hit[1] == Role.MODERATOR:
            return Role.MODERATOR
        brought = longest(words, i, lexicon.phrases("roles.inputs"))
        if brought is not None and stop - TITLE <= brought[0] <= stop:
            return Role.SPEAKER
    return None
