"""robots.txt (RFC 9309): what a site asks programs not to read."""

from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a site asks of one program: path patterns with allow or disallow, and a pause in seconds."""

    paths: tuple[tuple[str, bool], ...] = ()
    pause: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path may be read: the longest pattern wins, and of two of one length the one that allows."""
        found = [(len(pattern), allowed) for pattern, allowed in self.paths if _fits(pattern, path)]
        return max(found, default=(0, True))[1]


NOTHING = Rules(paths=(("/", False),))
"""The rules of a site whose robots.txt cannot be had."""


def rules_for(agent: str, text: str) -> Rules:
    """The rules of a robots.txt for a program of this name, else those for all."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    open_group = False
    for key, value in _lines(text):
        if key == "user-agent":
            names = [*names, value.lower()] if open_group else [value.lower()]
            open_group = True
            groups.setdefault(value.lower(), [])
        else:
            open_group = False
            for name in names:
                groups[name].append((key, value))
    return _rules(groups.get(agent.lower(), groups.get("*", [])))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _rules(group: list[tuple[str, str]]) -> Rules:
    paths = tuple((value, key == "allow") for key, value in group if key in ("allow", "disallow") and value)
    pauses = [_seconds(value) for key, value in group if key == "crawl-delay"]
    return Rules(paths=paths, pause=min(max(pauses, default=0.0), _LONGEST_PAUSE))


def _seconds(written: str) -> float:
    try:
        return max(float(written), 0.0)
    except ValueError:
        return 0.0


def _fits(pattern: str, path: str) -> bool:
    """Whether a path fits a pattern, in which `*` is anything and a last `$` the end; in linear time."""
    ends = pattern.endswith("$")
    first, *parts = (pattern[:-1] if ends else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in parts[:-1]:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if not parts:
        return not ends or at == len(path)
    if ends:
        return path.endswith(parts[-1]) and len(path) - len(parts[-1]) >= at
    return path.find(parts[-1], at) >= 0
