"""The end of a press notice: what stands under `Notes to editors` or `About the network` tells of nobody’s part."""

from kg.extract import lexicon, outline
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.state import Agenda
from kg.extract.words import longest

WORDS = 8
"""The line above such a part (`About the Moor Network`) has no more words."""


def drop(page: Page, plan: Agenda) -> None:
    """Leave out the lines behind the last word of a notice, where no event is told of any more."""
    last = max((b for d in plan.drafts for _, b in d.spans), default=0)
    stop = next((line.start for line in page.lines if line.start > last and _ends(page.text, line)), None)
    if stop is not None:
        plan.scenes[:] = [scene for scene in plan.scenes if scene.line.start < stop]


def _ends(text: str, line: Line) -> bool:
    """`ENDS`, `Notes to editors:`; `About the Moor Network` as a line of its own."""
    if outline.whole(line, "page.boilerplate"):
        return True
    hit = longest(line.words, 0, lexicon.phrases("page.about"))
    return hit is not None and len(line.words) <= WORDS and line.words[0].capital and not outline.runs(text, line)
