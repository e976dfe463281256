"""Sentences around a programme that speak of one of its items: `Auf dem Podium sitzen A und B`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract import accounts, lexicon, outline, sentences
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Page
from kg.extract.state import Agenda
from kg.extract.words import Word, find, longest, split
from kg.model import EventKind

SHORTEST = 6
"""A word of an item's title shorter than this does not tell the item."""

ENDINGS = ("n", "en", "s", "es")
"""What German cases add to a noun."""

Names = Mapping[str, int]


def assign(page: Page, plan: Agenda) -> None:
    """Give the sentences that speak of one item of a programme to that item."""
    items = [n for n, d in enumerate(plan.drafts) if d.parent is not None and not d.told and not d.entry]
    names = _names(plan.drafts, items)
    if not names:
        return
    scenes: list[Scene] = []
    for scene in plan.scenes:
        free = plan.drafts[scene.event].parent is None and not scene.item and not scene.minutes
        scenes.extend(_read(page, scene, names) if free and outline.sentence(page.text, scene.line) else [scene])
    plan.scenes[:] = scenes


def _names(drafts: Sequence[Draft], items: Sequence[int]) -> Names:
    """What means one item alone: the word that says its kind, or `podium`, `panel` for the only round table."""
    said: dict[str, list[int]] = {}
    tables: list[int] = []
    for n in items:
        words = split(drafts[n].title, 0, len(drafts[n].title))
        hit = find(words, lexicon.kinds("events.items"))
        if hit is None:
            continue
        if hit[0] == 0:
            said.setdefault(" ".join(w.fold for w in words[: hit[1]]), []).append(n)
        if hit[2] == EventKind.ROUND_TABLE:
            tables.append(n)
    names = {name: ns[0] for name, ns in said.items() if len(ns) == 1 and len(name) >= SHORTEST}
    if len(tables) == 1:
        names |= dict.fromkeys(lexicon.words("events.stage"), tables[0])
    return names


def _read(page: Page, scene: Scene, names: Names) -> Iterator[Scene]:
    words, event, start = scene.line.words, scene.event, 0
    for first, stop in sentences.split(page.text, scene.line):
        told = _told(words[first:stop], names)
        goes_on = event != scene.event and find(words[first:stop], lexicon.phrases("roles.verbs.moderator")) is not None
        here = told if told is not None else event if goes_on else scene.event
        if here != event and first > start:
            yield accounts.piece(replace(scene, event=event), start, first)
            start = first
        event = here
    yield accounts.piece(replace(scene, event=event), start, len(words))


@lru_cache(maxsize=8)
def _phrases(names: tuple[str, ...]) -> lexicon.Phrases:
    return lexicon.Phrases(dict.fromkeys(names, ""))


def _told(words: Sequence[Word], names: Names) -> int | None:
    phrases = _phrases(tuple(names))
    for i, word in enumerate(words):
        hit = longest(words, i, phrases)
        if hit is not None:
            return names[" ".join(w.fold for w in words[i : hit[0]])]
        bare = next((word.fold.removesuffix(e) for e in ENDINGS if word.fold.removesuffix(e) in names), None)
        if word.capital and bare is not None and len(bare) < len(word.fold):
            return names[bare]
    return None
