"""Lines that say when, where and by whom a page was published."""

from kg.extract import lexicon
from kg.extract.lines import Line
from kg.extract.words import find

WORDS = 24
"""Such a line has no more words than this."""


def found(line: Line) -> bool:
    """A line that says when, where and by whom the page was published, and nothing of an event."""
    if len(line.words) > WORDS:
        return False
    folds = [word.fold for word in line.words]
    if lexicon.begun("page.published", "page.notices").isdisjoint(folds):
        return ("min" in folds or "minutes" in folds) and _reading(line)
    if find(line.words, lexicon.phrases("page.published")) is not None or _reading(line):
        return True
    told = find(line.words, lexicon.kinds("events.heads")) is not None
    return not told and find(line.words, lexicon.phrases("page.notices")) is not None


def _reading(line: Line) -> bool:
    """`Lecture : 4 min`: how long the page takes to read."""
    words, readings = line.words, ("lecture", "lesezeit", "lesedauer", "read")
    counted = (i for i, w in enumerate(words[:-1]) if w.shape == "0" and words[i + 1].fold in ("min", "minutes"))
    return any(i and words[i - 1].fold in readings for i in counted)
