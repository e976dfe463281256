"""The head words of institutions' names, with what the grammar must know of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract import lexicon, offices
from kg.extract.words import Word, longest, word_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A head found in a row of words.

    `weak` heads (`Amt`, `bureau`) need a name behind them; a `namesake` may bear a person's name; to a `leftward`
    one the words before it belong too; a `ministry`'s fields may be listed with commas.
    """

    first: int
    stop: int
    language: str
    weak: bool
    namesake: bool
    ministry: bool
    located: bool

    @property
    def leftward(self) -> bool:
        """True where the name may begin before its head."""
        return self.language in ("de", "en")


@cache
def _phrases() -> lexicon.Phrases:
    entries: dict[str, str] = {}
    german = ("masculine", "feminine", "neuter")
    for key in german:
        entries.update(dict.fromkeys(lexicon.words(f"institutions.{key}"), "de"))
    english = lexicon.phrases_of("en", "institutions", "heads")
    entries.update(dict.fromkeys(english, "en"))
    entries.update({word: "fr" for word in lexicon.phrases_of("fr", "institutions", "heads") if word not in english})
    return lexicon.Phrases(entries)


@cache
def firsts() -> frozenset[str]:
    """The first words of all heads that are no German compounds."""
    return frozenset(_phrases().starting)


@cache
def _suffixes() -> tuple[str, ...]:
    return lexicon.endings("institutions.suffixes")


def at(words: Sequence[Word], i: int) -> Head | None:
    """The institution's head that begins at word `i`."""
    word = words[i]
    if not _begins(word.text):
        return None
    hit = longest(words, i, _phrases()) if word.fold in _phrases().starting else None
    if hit is None:
        return (_genitive(words, i) or _compound(words, i)) if word.capital else None
    stop, language = hit
    if stop < len(words) and words[stop].gap == "h" and words[stop].capital and words[stop - 1].gap != "h":
        return None
    if language == "de" and not words[i].capital:
        return None
    if words[i].gap == "h" and i and not words[i - 1].capital:
        return None
    return _head(words, i, stop, _spoken(words, i, stop, language))


@lru_cache(maxsize=2_000)
def _begins(text: str) -> bool:
    """False for a word that cannot be an institution's head nor begin one: most words of a page."""
    words = (word_of(text),)
    declined = words[0].capital and (_genitive(words, 0) is not None or _compound(words, 0) is not None)
    return words[0].fold in firsts() or declined


def _spoken(words: Sequence[Word], i: int, stop: int, language: str) -> str:
    """`Association des ...` is French, `Association of ...` English: what follows a head of both languages tells."""
    accented = any(not w.text.isascii() for w in words[i:stop])
    linked = stop < len(words) and words[stop].fold in _french_links()
    if language != "en" or not (accented or linked):
        return language
    name = " ".join(w.fold for w in words[i:stop])
    return "fr" if name in lexicon.phrases_of("fr", "institutions", "heads") else language


@cache
def _french_links() -> frozenset[str]:
    return lexicon.phrases_of("fr", "grammar", "name_links") | {"pour"}


def _head(words: Sequence[Word], i: int, stop: int, language: str) -> Head:
    name = " ".join(w.fold for w in words[i:stop])
    return Head(
        first=i,
        stop=stop,
        language=language,
        weak=name in lexicon.phrases_of(language, "institutions", "weak"),
        namesake=any(w.fold in lexicon.words("institutions.namesakes") for w in words[i:stop]),
        ministry=name.startswith("minist") or _fields(name),
        located=name in lexicon.words("institutions.located"),
    )


def genitive(fold: str) -> bool:
    """True for the genitive of a German head of more than a few letters (`Eurodistrikts`, not `Rats`)."""
    return len(fold) > LONG and fold.endswith("s") and fold.removesuffix("s").removesuffix("e") in _german()


LONG = 8


@cache
def _fields(name: str) -> bool:
    """True for a head whose fields may be listed: `commission`, `Steering Committee`."""
    listing = lexicon.words("institutions.listing")
    return name in listing or name.rsplit(maxsplit=1)[-1] in listing


@cache
def _german() -> frozenset[str]:
    return frozenset(w for key in ("masculine", "feminine", "neuter") for w in lexicon.words(f"institutions.{key}"))


def _genitive(words: Sequence[Word], i: int) -> Head | None:
    """`Landtags`, `Arbeitskreises`, `Rundfunks`: the head in the German genitive."""
    word = words[i]
    if not word.capital or not word.fold.endswith("s") or (i + 1 < len(words) and words[i + 1].gap == "h"):
        return None
    for bare in (word.fold[:-1], word.fold[:-2]):
        if bare in _german():
            return Head(
                first=i,
                stop=i + 1,
                language="de",
                weak=bare in lexicon.words("institutions.weak"),
                namesake=bare in lexicon.words("institutions.namesakes"),
                ministry=bare == "ministerium" or bare in lexicon.words("institutions.listing"),
                located=bare in lexicon.words("institutions.located"),
            )
    return None


def _compound(words: Sequence[Word], i: int) -> Head | None:
    """`Stadtverkehrsgesellschaft`, `Wirtschaftsministeriums`: a compound that ends in a head."""
    word = words[i]
    if not word.capital or len(word.fold) < 9 or (i + 1 < len(words) and words[i + 1].gap == "h"):
        return None
    if not word.fold.endswith(_declined()):
        return None
    forms = (word.fold, word.fold.removesuffix("s"), word.fold.removesuffix("es"))
    suffix = next((s for s in _suffixes() for f in forms if f.endswith(s) and len(f) > len(s) + 2), None)
    if suffix is None or word.fold in lexicon.words("events.heads"):
        return None
    return Head(
        first=i,
        stop=i + 1,
        language="de",
        weak=True,
        namesake=suffix in lexicon.words("institutions.namesakes"),
        ministry="minist" in suffix or suffix in lexicon.words("institutions.listing"),
        located=word.fold.endswith(_located()) or word.fold.removesuffix("s").endswith(_located()),
    )


@cache
def _declined() -> tuple[str, ...]:
    """The suffixes in the nominative and the genitive."""
    return tuple(f"{suffix}{ending}" for suffix in _suffixes() for ending in ("", "s", "es"))


@cache
def _located() -> tuple[str, ...]:
    return lexicon.endings("institutions.located")


def office(words: Sequence[Word], i: int) -> bool:
    """True where an office's head begins (and so the name of an institution ends)."""
    return offices.head(words, i) is not None and at(words, i) is None
