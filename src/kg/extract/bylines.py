"""Lines that say when, where and by whom a page was published."""

from kg.extract import lexicon, mastheads
from kg.extract.lines import Line
from kg.extract.words import find

WORDS = 24
"""Such a line has no more words than this."""


def found(line: Line) -> bool:
    """A line that says when, where and by whom the page was published, and nothing of an event."""
    if len(line.words) > WORDS:
        return False
    if lexicon.begun("page.published", "page.notices").isdisjoint([word.fold for word in line.words]):
        return mastheads.counted(line)
    if find(line.words, lexicon.phrases("page.published")) is not None or mastheads.counted(line):
        return True
    told = find(line.words, lexicon.kinds("events.heads")) is not None
    return not told and find(line.words, lexicon.phrases("page.notices")) is not None
