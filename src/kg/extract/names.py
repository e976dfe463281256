"""Which finds are one thing: the mentions of a record, each with its other names.

Bodies are one where the page puts two names side by side, where one is the initials of the other, where they differ
by an abbreviated head (`CC`, `CCI`) or by German case, or where a bare head (`la communauté de communes`) can mean
only one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract import genitive, lexicon
from kg.extract.finds import Find
from kg.model import EntityType, Mention, Span
from kg.text.normal import fold

SHORTEST = 5
SPANS = 3
"""How many occurrences stand as evidence of a mention."""


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of a page, and what each find is called in the record."""

    mentions: tuple[Mention, ...]
    called: Mapping[tuple[EntityType, str], str]

    def of(self, find: Find) -> str:
        """The record's name of what a find names."""
        return self.called.get((find.type, find.name), find.name)

    def find(self, find: Find | None) -> str | None:
        """The record's name of what a find names, if the record has it."""
        return None if find is None else self.called.get((find.type, find.name))

    def knows(self, find: Find) -> bool:
        """True where the find is part of a mention."""
        return (find.type, find.name) in self.called


def gather(finds: Iterable[Find], pairs: Sequence[tuple[Find, Find]], subject: Find | None = None) -> Names:
    """Group finds into mentions, sorted by type and first occurrence."""
    groups: dict[tuple[EntityType, str], list[Find]] = {}
    ordered = sorted(set(finds), key=lambda f: (f.start, f.end, f.type, f.form, f.name))
    roots = _Roots()
    _join(ordered, pairs, roots)
    if subject is not None:
        for find in ordered:
            if find.type is EntityType.ORGANIZATION and fold(find.form) in lexicon.words("institutions.generic"):
                roots.join(_key(find), _key(subject))
    rooted = [(find, roots.root(_key(find))) for find in ordered]
    bodies = [(find, root) for find, root in rooted if find.type is EntityType.ORGANIZATION]
    named = {root for body, root in bodies if not is_bare(fold(body.form)) or _stands(body)}
    for find, root in rooted:
        if find.type is not EntityType.ORGANIZATION or root in named:
            groups.setdefault((find.type, root), []).append(find)
    order = list(EntityType)
    made = [(kind, _mention(group), group) for (kind, _), group in groups.items()]
    made.sort(key=lambda m: (order.index(m[0]), m[2][0].start))
    called = {(kind, f.name): mention.name for kind, mention, group in made for f in group}
    return Names(tuple(m for _, m, _ in made), called)


def _stands(find: Find) -> bool:
    """`Office de tourisme`: a head of several words with a capital names its body where no longer name does."""
    form = fold(find.form)
    if find.form.isupper() and len(form) > SHORTEST and form not in lexicon.words("institutions.forms"):
        return True
    return " " in find.form and find.form[0].isupper() and form not in lexicon.words("institutions.forms")


class _Roots:
    """Which keys are one: a small union-find."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def root(self, key: str) -> str:
        while key in self._up:
            key = self._up[key]
        return key

    def join(self, left: str, right: str) -> None:
        a, b = sorted((self.root(left), self.root(right)))
        if a != b:
            self._up[b] = a


def _key(find: Find) -> str:
    if find.type is EntityType.PERSON:
        return f"person {fold(find.name)}"
    if find.type is EntityType.TERRITORY:
        return f"territory {_territory(find.name)}"
    return f"{find.type} {content(find.name)}"


@lru_cache(maxsize=5_000)
def _territory(name: str) -> str:
    """A territory without the word for its kind (`Land de Sarre`), in the one of its names that the lists put first.

    A district that bears the name of its town (`Landkreis Görlitz`, `canton de Genève`) is another place.
    """
    words = fold(name).split()
    bare = " ".join(_without_kind(words))
    if words[0] in lexicon.words("territories.districts") and bare in lexicon.words("territories.towns"):
        return f"{words[0]} {content(bare)}"
    return content(lexicon.table("territories.exonyms").get(bare, bare))


def _without_kind(words: list[str]) -> list[str]:
    """The words of a territory's name behind those for its kind (`City of`, `Ville de`, `the`)."""
    small = lexicon.words("grammar.inner") | {"l", "d"}
    heads = lexicon.words("territories.heads")
    while len(words) > 1:
        two = len(words) > 2 and " ".join(words[:2]) in heads
        if not (two or words[0] in heads or words[0] in small):
            break
        words = words[2 if two else 1 :]
    return words


@lru_cache(maxsize=1_000)
def content(name: str) -> str:
    """The words of a name that count, without articles, links and German endings, heads spelled out."""
    words = _without_form(fold(name)).split()
    long = lexicon.table("institutions.abbreviations").get(words[0]) if words else None
    if long is not None and len(words) > 1:
        words = [*fold(long).split(), *words[1:]]
    small = _small()
    kept = [_stem(w) for w in words if w not in small]
    return " ".join(kept or words)


@cache
def _forms() -> re.Pattern[str]:
    """Legal forms, which a page gives a name once and leaves out the next time."""
    forms = sorted(lexicon.words("institutions.forms", "institutions.legal"), key=lambda f: (-len(f), f))
    return re.compile(rf"^(?:{'|'.join(forms)}) | (?:{'|'.join(forms)})$")


def _without_form(name: str) -> str:
    """`Euregio Maas-Rhein` for `EVTZ Euregio Maas-Rhein`; nothing is cut where little would be left."""
    bare = _forms().sub("", name)
    return bare if " " in bare or len(bare) >= SHORTEST else name


@cache
def _small() -> frozenset[str]:
    return lexicon.words("grammar.inner", "grammar.joins") | {"l", "d"}


_ENDING = re.compile(r"(?:es|en|er|em|s|e|n)$")


def _stem(word: str) -> str:
    """A word without its endings of case and number, so that `Arbeitskreises` and `Arbeitskreis` are one."""
    for _ in range(3):
        word = _ENDING.sub("", word) if len(word) > 5 else word
    return word


def _join(finds: Sequence[Find], pairs: Sequence[tuple[Find, Find]], roots: _Roots) -> None:
    bodies = [f for f in finds if f.type is EntityType.ORGANIZATION]
    for left, right in pairs:
        roots.join(_key(left), _key(right))
    known: dict[str, Find | None] = {}
    prolonged = _prolonged(bodies)
    initials = {_initials(f.form): f for f in bodies if " " in f.form}
    for find in bodies:
        squeezed = fold(find.form).replace(" ", "")
        other = initials.get(squeezed) if len(squeezed) > 2 else None
        if other is not None:
            roots.join(_key(find), _key(other))
        bearer = prolonged.get(find.form) or _bearer(find, bodies, known)
        if bearer is not None:
            roots.join(_key(find), _key(bearer))


def _prolonged(bodies: Sequence[Find]) -> dict[str, Find]:
    """`Euroregion Neisse` is the Euroregion Neisse-Nisa-Nysa of the same page: the shorter name to the longer."""
    out: dict[str, Find] = {}
    for body in bodies:
        parts = body.form.split("-")
        for n in range(1, len(parts)):
            short = "-".join(parts[:n])
            if " " in short:
                out.setdefault(short, body)
    return out


def _initials(form: str) -> str:
    small = _small()
    return "".join(w[0] for w in fold(form).split() if w not in small)


def _bearer(find: Find, bodies: Sequence[Find], known: dict[str, Find | None]) -> Find | None:
    """The one body that a bare head (`communauté de communes`, `GECT`) can mean; `known` holds what was told so far."""
    head = fold(find.form)
    whole = next((b for b in bodies if b.form.startswith(f"{find.form}-")), None)
    if whole is not None and " " in find.form:
        return whole
    if not is_bare(head):
        return None
    if head not in known:
        known[head] = _only(head, bodies)
    return known[head]


def _only(head: str, bodies: Sequence[Find]) -> Find | None:
    longer = {content(b.form): b for b in bodies if fold(b.form).startswith(head + " ") or _compound(b, head)}
    return next(iter(longer.values())) if len(longer) == 1 else None


def _compound(body: Find, head: str) -> bool:
    """`die Kammer` is the Handwerkskammer Trier."""
    first, _, rest = fold(body.form).partition(" ")
    return bool(rest) and len(head) > SHORTEST and first != head and first.endswith(head)


def is_bare(head: str) -> bool:
    """True for a head without a name (folded)."""
    if head in lexicon.words("institutions.complete"):
        return False
    return head in lexicon.words(
        "institutions.heads", "institutions.masculine", "institutions.feminine", "institutions.neuter"
    )


def _mention(group: Sequence[Find]) -> Mention:
    kind = group[0].type
    if len(group) == 1 and group[0].name == group[0].form and kind is not EntityType.ORGANIZATION:
        return Mention(type=kind, name=group[0].name, evidence=(Span(group[0].start, group[0].end),))
    name = _called(group)
    nominative = genitive.nominative(name) if kind is EntityType.ORGANIZATION else name
    forms = list(dict.fromkeys(f.form for f in group))
    spoken = list(dict.fromkeys(f.name for f in group))
    aliases = tuple(n for n in dict.fromkeys([*spoken, *forms]) if n != nominative)
    seen: dict[str, Find] = {}
    for find in group:
        seen.setdefault(find.form, find)
    spans = sorted({Span(f.start, f.end) for f in list(seen.values())[:SPANS]})
    return Mention(type=kind, name=nominative, aliases=aliases, evidence=tuple(spans))


def _called(group: Sequence[Find]) -> str:
    """The fullest name that is no bare head: words before acronyms, then what stands first."""
    if group[0].type is not EntityType.ORGANIZATION:
        return group[0].name
    full = [f for f in group if " " in f.name and not is_bare(fold(f.name))]
    return (full or list(group))[0].name
