"""How much of a page's text each element holds: what holds most of it is content, however it is called."""

from dataclasses import dataclass

from lxml import etree

_BETTER_PART = 0.5


@dataclass(frozen=True, slots=True)
class Weights:
    """The characters of text in each element, and the elements that hold the page's main heading or `<main>`."""

    characters: dict[etree._Element, int]
    around_heading: frozenset[etree._Element]
    total: int

    def of(self, element: etree._Element) -> int:
        """The characters of text in an element."""
        return self.characters[element]

    def is_better_part(self, element: etree._Element) -> bool:
        """Whether most of the page's text stands in this element."""
        return self.characters[element] > self.total * _BETTER_PART

    def is_needed(self, element: etree._Element) -> bool:
        """Whether the page would lose its heading or most of its text with this element."""
        return element in self.around_heading or self.is_better_part(element)


def weigh(tree: etree._Element) -> Weights:
    """Weigh every element, children before their parents."""
    characters: dict[etree._Element, int] = {}
    around: set[etree._Element] = set()
    for element in reversed(list(tree.iter())):
        text, tail, parent = element.text, element.tail, element.getparent()
        held = characters.get(element, 0) + (len(text.strip()) if text else 0)
        characters[element] = held
        if parent is not None:
            characters[parent] = characters.get(parent, 0) + held + (len(tail.strip()) if tail else 0)
        if element.tag in ("h1", "main") or element.get("role") == "main":
            around.update((element, *element.iterancestors()))
    return Weights(characters, frozenset(around), characters[tree])
