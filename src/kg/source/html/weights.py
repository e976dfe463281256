"""How much of a page's text each element holds: what holds most of it is content, however it is called."""

from dataclasses import dataclass

from lxml import etree

_BETTER_PART = 0.5
_SMALL = 200
"""What holds no more than this is counted again when it is asked for: a page is made of such elements."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The characters of text in each element, and the elements that hold the page's main heading or `<main>`."""

    characters: dict[etree._Element, int]
    """Of the elements that hold more than a few."""
    around_heading: frozenset[etree._Element]
    total: int

    def of(self, element: etree._Element) -> int:
        """The characters of text in an element."""
        known = self.characters.get(element)
        return sum(len(str(text).strip()) for text in element.itertext()) if known is None else known

    def is_better_part(self, element: etree._Element) -> bool:
        """Whether most of the page's text stands in this element."""
        return self.of(element) > self.total * _BETTER_PART

    def is_needed(self, element: etree._Element) -> bool:
        """Whether the page would lose its heading or most of its text with this element."""
        return element in self.around_heading or self.is_better_part(element)


def weigh(tree: etree._Element) -> Weights:
    """Weigh every element, children before their parents."""
    characters: dict[etree._Element, int] = {}
    around: set[etree._Element] = set()
    held = [0]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            held.append(_length(element.text))
            if element.tag in ("h1", "main") or element.get("role") == "main":
                around.update((element, *element.iterancestors()))
        else:
            own = held.pop()
            if own > _SMALL:
                characters[element] = own
            held[-1] += own + _length(element.tail)
    return Weights(characters, frozenset(around), held[0] - _length(tree.tail))


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
