"""What of a page is not its content: menus, banners, footers, teasers, cookie notices.

Elements go by their tag, their role, and the words of their class and id; the lists are data
(data/lexicon/page/furniture.yaml). Whatever holds the page's main heading, its `<main>` or the better part of
its text stays, however it is called.
"""

import re
from dataclasses import dataclass, fields
from functools import cache

from lxml import etree

from kg import assets
from kg.files import read_yaml
from kg.source.html.weights import Weights, weigh

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TEXT = etree.XPath("string(.)")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOTICE_LENGTH = 400
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NEVER = frozenset({"html", "body", "main", "h1"})


LEAD = 15
"""The first paragraph of a report has so many words at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The lists of furniture.yaml."""

    silent: frozenset[str]
    tags: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    whole: frozenset[str]
    content: frozenset[str]
    notices: frozenset[str]
    asking: frozenset[str]
    elsewhere: frozenset[str]
    beside: frozenset[str]
    leads: frozenset[str]
    rooms: frozenset[str]


@cache
def lists() -> Furniture:
    """Read furniture.yaml, once."""
    data = read_yaml(assets.path("data/lexicon/page/furniture.yaml"))
    return Furniture(**{field.name: frozenset(data[field.name]) for field in fields(Furniture)})


def clear(tree: etree._Element) -> None:
    """Take the furniture out of the tree."""
    etree.strip_elements(tree, *sorted(lists().silent), with_tail=False)
    for element in _furniture(tree, weigh(tree)):
        _cut(element)
    for element in _elsewhere(tree):
        _cut(element)
    if any(_has_notice(str(text)) for text in tree.itertext()):
        for element in _notices(tree, weigh(tree)):
            _cut(element)


def _elsewhere(tree: etree._Element) -> list[etree._Element]:
    """What stands under a heading over links to other pages, with the heading."""
    openings = tuple(sorted(lists().elsewhere))
    found: list[etree._Element] = []
    headings = (h for h in tree.iter("h2", "h3", "h4", "h5", "h6") if _text(h).strip().casefold().startswith(openings))
    weights: Weights | None = None
    for heading in headings:
        weights = weights or weigh(tree)
        under = [heading, *_under(heading)]
        needed = any(weights.is_needed(element) for element in under)
        if not needed and any(next(element.iter("a"), None) is not None for element in under):
            found += under
    return found


def _text(element: etree._Element) -> str:
    return str(_TEXT(element))


def _under(heading: etree._Element) -> list[etree._Element]:
    """What follows a heading within its parent, up to a heading that is not below it."""
    found = []
    for element in heading.itersiblings():
        if element.tag in _HEADINGS and str(element.tag) <= str(heading.tag):
            break
        found.append(element)
    return found


def main_content(tree: etree._Element) -> etree._Element:
    """The element whose text is the page's: `<main>`, the one article, else what is called content, else all."""
    mains = [e for e in tree.iter() if e.tag == "main" or e.get("role") == "main"]
    if len(mains) == 1 and any(str(text).strip() for text in mains[0].itertext()):
        return mains[0]
    articles = list(tree.iter("article"))
    weights = weigh(tree)
    named = [e for e in tree.iter("div", "section", "td") if _called(e) & lists().content]
    for candidates in (articles, named):
        if len(candidates) == 1 and weights.is_better_part(candidates[0]):
            return candidates[0]
    return tree


def _furniture(tree: etree._Element, weights: Weights) -> list[etree._Element]:
    found = []
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if _is_furniture(element) and not weights.is_needed(element):
            found.append(element)
            walk.skip_subtree()
    return found


def _is_furniture(element: etree._Element) -> bool:
    tag = element.tag
    if tag in _NEVER:
        return False
    known = lists()
    if tag in known.tags or element.get("role") in known.roles or _is_hidden(element):
        return True
    if tag == "header" and not any(a.tag in ("main", "article", "section") for a in element.iterancestors()):
        return True
    words = _called_words(element) & known.words
    return bool(_called(element) & known.whole or (words and not _leads(element, words)))


def _leads(element: etree._Element, words: set[str]) -> bool:
    """The first paragraph of a report, that some sites call its teaser: running text without a link."""
    plain = element.tag in ("p", "div", "strong", "span") and words <= lists().leads
    if not plain or next(element.iter("a", "li", "h1", "h2", "h3", "h4", "img"), None) is not None:
        return False
    return len(_text(element).split()) >= LEAD


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _called(element: etree._Element) -> set[str]:
    """The names in class and id, whole."""
    return set(f"{element.get('class', '')} {element.get('id', '')}".lower().split())


def _called_words(element: etree._Element) -> set[str]:
    """The words those names are made of: `siteFooter` and `site-footer` have `footer`."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return {word.lower() for word in _WORDS.findall(names)} if names != " " else set()


def _notices(tree: etree._Element, weights: Weights) -> list[etree._Element]:
    """The outermost short elements around the word for cookies, where they also ask for something."""
    boxes = (
        _box(element, weights) for element in tree.iter("div", "p", "section", "span", "a", "li") if _names(element)
    )
    return [box for box in boxes if box is not None and _asks(box)]


def _names(element: etree._Element) -> bool:
    own = f"{element.text or ''} {' '.join(child.tail or '' for child in element)}"
    return _has_notice(own)


def _has_notice(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in lists().notices)


def _asks(box: etree._Element) -> bool:
    text = str(_TEXT(box)).lower()
    return any(word in text for word in lists().asking)


def _box(element: etree._Element, weights: Weights) -> etree._Element | None:
    """The largest short element around this one that is not the page itself."""
    box = None
    for around in (element, *element.iterancestors()):
        if around.tag in _NEVER or around.tag == "article":
            break
        if weights.of(around) > _NOTICE_LENGTH or around in weights.around_heading:
            break
        box = around
    return box


def _cut(element: etree._Element) -> None:
    """Take an element out and leave the text behind it in place."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    behind = f" {element.tail or ''}"
    if before is None:
        parent.text = _fit((parent.text or "") + behind)
    else:
        before.tail = _fit((before.tail or "") + behind)
    parent.remove(element)


def _fit(text: str) -> str:
    """Text as lxml takes it; a page may hold control characters."""
    return _UNFIT.sub(" ", text)
