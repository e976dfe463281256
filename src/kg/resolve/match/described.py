"""A thing as far as it is described, wherever that is: a page, the authority, a row of a table, another register."""

from dataclasses import dataclass

from kg.model import Code, EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What is known of a thing when it is compared with things elsewhere. What is empty is unknown."""

    names: tuple[str, ...]
    """All its names, in any language, the one that it is shown by first."""
    acronyms: tuple[str, ...] = ()
    types: frozenset[EntityType] = frozenset()
    """What sort of thing it is, or may be."""
    kinds: frozenset[str] = frozenset()
    """Concepts of `organisation-kind` and `territory-kind`, by their ids."""
    codes: frozenset[Code] = frozenset()
    places: tuple[str, ...] = ()
    """Names of the territories that it lies in, acts for, or comes from."""
    since: str | None = None
    """When it began, or was born: an ISO date, or the first part of one."""
    until: str | None = None
    """When it ended, or died."""
    years: tuple[int, ...] = ()
    """The years in which pages show it at work."""
    websites: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    """Titles of the offices of a person."""
    bodies: tuple[str, ...] = ()
    """Names of the bodies that a person acts for."""
    excluded: bool = False
    """True for what its register calls something that no actor or territory is: a river, a family name."""
