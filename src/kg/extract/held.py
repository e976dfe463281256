"""Events that prose tells of without a day: `Le 16e Sommet de X s'est tenu à Y`, `The conference was hosted by Z`."""

from kg.extract import bylines, lexicon, occasions, outline, sentences
from kg.extract.drafts import Draft
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import find

TOP = 4
"""Among so many first lines a headline may name the event at more length."""


def find_one(page: Page) -> Draft | None:
    """The first event named in a sentence with a verb of taking place; no event that lies ahead or was called off."""
    verbs, not_yet = lexicon.phrases("events.held"), lexicon.phrases("page.next", "page.superseded", "page.cancelled")
    for line in page.lines:
        if bylines.found(line) or not outline.sentence(page.text, line):
            continue
        for first, stop in sentences.split(page.text, line):
            words = line.words[first:stop]
            if not sentences.cues(line.words, first, stop, verbs) or find(words, not_yet) is not None:
                continue
            span = occasions.title(page.text, line.words, first, stop)
            if span is not None and " " not in page.text[slice(*span)]:
                span = _in_headline(page, line)
            if span is not None:
                draft = Draft(prose=True)
                draft.add_title(page.text, *span)
                return draft
    return None


def _in_headline(page: Page, told: Line) -> tuple[int, int] | None:
    """What a line above calls the event that a sentence only calls `the conference`."""
    for line in page.lines[:TOP]:
        if line.start >= told.start or outline.sentence(page.text, line):
            continue
        span = occasions.title(page.text, line.words, 0, len(line.words))
        if span is not None and " " in page.text[slice(*span)]:
            return span
    return None
