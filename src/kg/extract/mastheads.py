"""What stands above a page's own headline: the name of the newsroom, the way to the page on its site."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extract import heads, lexicon
from kg.extract.lines import Line
from kg.extract.words import Word, find, longest

STEPS = 8
"""A way through a site (`Home / News / 2026`) has no more words."""
PARTING = frozenset("-p:/;")
"""What parts the steps of a way, and a house from its newsroom."""


def trail(line: Line) -> bool:
    """`Home / News / 2026`, `Startseite › Aktuelles`: where on its site a page stands."""
    words = line.words
    home = len(words) > 1 and words[0].fold in lexicon.words("page.home") and words[1].gap in PARTING - {":", ";"}
    return home and len(words) <= STEPS


def newsroom(line: Line) -> bool:
    """`County Council – Newsroom`, `Stadt X | Pressestelle`: who issues a page, and no title."""
    rooms = lexicon.phrases("page.newsrooms")
    last = next(
        (i for i in range(len(line.words)) if (hit := longest(line.words, i, rooms)) and hit[0] == len(line.words)),
        None,
    )
    if last is None or len(line.words) > STEPS:
        return False
    return not last or line.words[last].gap in PARTING or heads.at(line.words, 0) is not None


def headlines(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines begin that stand right above one that says when the page was published."""
    published = lexicon.phrases("page.published")
    pairs = (
        above for above, line in pairwise(lines) if line.blank <= 1 and find(line.words[:4], published) is not None
    )
    return frozenset(above.start for above in pairs)


def counted(line: Line) -> bool:
    """`Lecture : 4 min`, `2 comments`, `/ by Project team`: how long a page takes to read, its author, its readers."""
    words = line.words
    return any(_reading(words, i) or _author(words, i) for i in range(len(words) - 1))


def _reading(words: Sequence[Word], i: int) -> bool:
    counts, unit = words[i].shape == "0", words[i + 1].fold
    read = i > 0 and unit in ("min", "minutes") and words[i - 1].fold in lexicon.words("page.readings")
    return counts and (read or unit in lexicon.words("page.comments"))


def _author(words: Sequence[Word], i: int) -> bool:
    """`11 February 2025 / by Project team`: behind a number and a bar or a dash."""
    leads = words[i].gap in "/-|p" and words[i].shape == "l" and words[i].fold in lexicon.words("page.authors")
    return leads and words[i + 1].capital and any(w.shape == "0" for w in words[:i])
