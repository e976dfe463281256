"""What stands behind a title: a building, a bracket, who backs the event, its kind before a person."""

import re
from collections.abc import Sequence

from kg.extract import heads, lexicon, offices, places
from kg.extract.lines import Line
from kg.extract.words import Word, longest

HALL = 6
"""The name of a building behind a title has no more words."""
SHORT = 7
"""A compound for a building has more letters."""
_BRACKET = re.compile(r"\s{1,3}\([^()]{3,80}\)\s*$")


def building(text: str, line: Line) -> int | None:
    """The word at which a title goes on with a building, behind a comma or in a bracket (`Dinner, Museum X`)."""
    known = lexicon.phrases("venues.heads")
    for i in range(len(line.words) - 1, 0, -1):
        if line.words[i].gap in "c(" and _hall(line.words, i) and len(line.words) - i <= HALL:
            return i
        stop = next((n for n in range(i + 1, len(line.words)) if line.words[n].gap == ")"), len(line.words))
        roomed = line.words[i].gap == "(" and any(longest(line.words, n, known) for n in range(i, stop))
        if (roomed and stop - i <= HALL) or _in_town(line.words, i, stop):
            return i
    return None


def _hall(words: Sequence[Word], i: int) -> bool:
    """A word for a building, or one that ends in it (`Gemeindesaal`)."""
    if longest(words, i, lexicon.phrases("venues.heads")) is not None:
        return True
    compound = (
        words[i].shape == "C"
        and len(words[i].fold) > SHORT
        and words[i].fold.endswith(lexicon.endings("venues.suffixes"))
    )
    return compound and heads.at(words, i) is None


def _in_town(words: Sequence[Word], i: int, stop: int) -> bool:
    """`Hüttenabend (Bergmagazin Marienberg)`: a bracket at the end that names a building by its town."""
    return words[i].gap == "(" and stop == len(words) and with_town(words, i, stop)


def with_town(words: Sequence[Word], i: int, stop: int) -> bool:
    """`Burghof Lörrach`: a name that nothing else shows, with the town behind it; no body, no office."""
    joined = all(w.gap in "sh" and w.capital for w in words[i + 1 : stop])
    if words[i].shape != "C" or not joined or not 1 < stop - i <= HALL:
        return False
    other = heads.at(words, i) is not None or offices.at(words, i) is not None or places.at(words, i) is not None
    return not other and any(places.at(words, n) == stop for n in range(i + 1, stop))


def bare(text: str, line: Line, end: int) -> int:
    """Where a title ends without the building behind it, and without a bracket at its end."""
    hall = building(text, line)
    if hall is not None and line.words[hall].start < end:
        end = line.words[hall - 1].end
    bracket = _BRACKET.search(text, line.start, end)
    return end if bracket is None or bracket.start() <= line.start else bracket.start()


def opens(line: Line, i: int, person: int | None) -> bool:
    """What stands behind a title: who backs it, or its kind before a person (`— causerie avec X`)."""
    if line.words[i].gap not in "c-":
        return False
    for name in ("roles.verbs", "roles.labels"):
        hit = longest(line.words, i, lexicon.kinds(name))
        if hit is not None and hit[1] in BACKERS and hit[0] - i > 1 and hit[0] < len(line.words):
            return True
    both = (longest(line.words, i, lexicon.kinds(name)) for name in ("events.heads", "events.items"))
    kind = next((hit for hit in both if hit is not None), None)
    return kind is not None and person is not None and i < person <= kind[0] + REACH and line.words[i].shape == "l"


def backed(line: Line) -> int | None:
    """The word at which a line goes on with those who back the event (`X, avec le soutien de Y`)."""
    return next((i for i in range(1, len(line.words)) if opens(line, i, None)), None)


BACKERS = ("organizer", "partner", "host")
REACH = 4
"""So many words may stand between the kind of an item and who takes part (`causerie avec la linguiste X`)."""
