"""Names as they are compared across languages: a set of meanings, the same for a name and for its translation.

`Universität Lüttich` and `Université de Liège` are both {university, the town of Liège}; `Regionalrat` and
`conseil régional` are both {council, regional}. The order of words, endings, articles and legal forms do not count.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Authority, EntityType
from kg.resolve.match.vocabulary import (
    KIND,
    NAME,
    ORGAN,
    PLACE,
    REGION,
    TOPIC,
    TOWN,
    Vocabulary,
    Words,
    levels,
    shipped,
    words_of,
)
from kg.text.acronym import is_acronym

_ENDINGS = ("s", "es", "en", "er", "em", "e", "n")
_LINKS = ("", "s", "es", "n", "en")
_SHORTEST = 3
"""Letters that must be left when an ending is taken off."""
_SHORTEST_COMPOUND = 7
_TELLING_TOPICS = 2
_EUROPE = frozenset({TOPIC + "european", KIND + "council-of-europe"})
"""There is one European Parliament, and one Council of Europe."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a name means: sorted tokens, each with a mark (`k:` kind, `t:` topic, `p:` place, `n:` proper name)."""

    tokens: tuple[str, ...]

    def of(self, mark: str) -> frozenset[str]:
        """The tokens of one sort."""
        return frozenset(token for token in self.tokens if token.startswith(mark))

    @property
    def is_general(self) -> bool:
        """True for a name that says no more than what sort of body it is: it names another one on every page."""
        marks = {token[:2] for token in self.tokens}
        topics = self.of(TOPIC)
        telling = len(topics - levels()) >= _TELLING_TOPICS or bool(_EUROPE & set(self.tokens))
        return not {PLACE, NAME} & marks and not (telling and KIND in marks)


class Reader:
    """Reads names as forms, with the places of an authority beside those of the word lists."""

    def __init__(self, authority: Mapping[str, Authority]) -> None:
        known = shipped()
        self._fillers = known.fillers
        self._phrases, self._large = _with_authority(known, authority)
        self._countries = known.countries | {PLACE + e.id for e in authority.values() if _is_country(e, known)}
        self._longest: dict[str, int] = {}
        for phrase in self._phrases:
            self._longest[phrase[0]] = max(self._longest.get(phrase[0], 0), len(phrase))
        self._forms: dict[str, Form] = {}
        self._single: dict[str, tuple[str, ...]] = {}

    def form(self, name: str) -> Form:
        """The form of a name."""
        found = self._forms.get(name)
        if found is None:
            found = self._forms[name] = self._form(name)
        return found

    def forget(self) -> None:
        """Let go of the names read so far: a service that runs for weeks is asked for ever new ones."""
        self._forms.clear()
        self._single.clear()

    def is_country(self, name: str) -> bool:
        """Whether a name means a country and nothing more."""
        tokens = self.form(name).tokens
        return len(tokens) == 1 and tokens[0] in self._countries

    def is_town(self, form: Form) -> bool:
        """Whether a form is a place and nothing more, and no country, region or area."""
        return len(form.tokens) == 1 and form.tokens[0].startswith(PLACE) and form.tokens[0] not in self._large

    def _form(self, name: str) -> Form:
        words = words_of(name, self._fillers)
        if len(words) == 1 and is_acronym(name) and words not in self._phrases:
            return Form((NAME + words[0],))
        tokens: set[str] = set()
        at = 0
        while at < len(words):
            step, found = self._at(words, at)
            tokens.update(found)
            at += step
        return Form(tuple(sorted(_without_heads(tokens, self._large))))

    def _at(self, words: Words, at: int) -> tuple[int, tuple[str, ...]]:
        """The longest phrase at a place, else the single word there."""
        for length in range(min(self._longest.get(words[at], 0), len(words) - at), 0, -1):
            token = self._phrases.get(words[at : at + length])
            if token is not None:
                return length, (token,)
        return 1, self._word(words[at])

    def _word(self, word: str) -> tuple[str, ...]:
        found = self._single.get(word)
        if found is None:
            found = self._single[word] = self._bare(word) or self._compound(word) or (NAME + word,)
        return found

    def _bare(self, word: str) -> tuple[str, ...]:
        """The meaning of a word, endings taken off."""
        for ending in ("", *_ENDINGS):
            if word.endswith(ending) and len(word) - len(ending) >= min(_SHORTEST, len(word)):
                token = self._phrases.get((word[: len(word) - len(ending)],))
                if token is not None:
                    return (token,)
        return ()

    def _compound(self, word: str) -> tuple[str, ...]:
        """The meanings of the parts of a German compound, where every part has one."""
        if len(word) < _SHORTEST_COMPOUND:
            return ()
        for cut in range(3, len(word) - 2):
            right = self._bare(word[cut:])
            if right and not right[0].startswith(PLACE):
                for link in _LINKS:
                    left = word[: cut - len(link)] if word[:cut].endswith(link) else ""
                    parts = self._bare(left) or self._compound(left) if len(left) >= 3 else ()
                    if parts:
                        return (*parts, *right)
        return ()


def _with_authority(known: Vocabulary, authority: Mapping[str, Authority]) -> tuple[dict[Words, str], frozenset[str]]:
    """The phrases, with every name of every territory of the authority; one token for all names of one."""
    phrases = dict(known.phrases)
    now: dict[str, str] = {}
    large = set(known.large)
    territories = [entry for entry in authority.values() if entry.type is EntityType.TERRITORY]
    territories.sort(key=lambda entry: (bool(entry.within), entry.id))
    preferred = [(entry, entry.names) for entry in territories]
    for entry, labels in (*preferred, *((entry, entry.variants) for entry in territories)):
        names = [words_of(label.value, known.fillers) for label in labels]
        before = {phrases[name] for name in names if phrases.get(name, "").startswith(PLACE)}
        if not entry.within or before & known.large:
            large.add(PLACE + entry.id)
        now |= {token: PLACE + entry.id for token in before if not _is_known(token) and token not in now}
        phrases |= {name: PLACE + entry.id for name in names if not _is_taken(phrases.get(name))}
    return {phrase: now.get(token, token) for phrase, token in phrases.items()}, frozenset(large)


def _is_country(entry: Authority, known: Vocabulary) -> bool:
    names = (words_of(label.value, known.fillers) for label in entry.names)
    return entry.type is EntityType.TERRITORY and any(known.phrases.get(name) in known.countries for name in names)


def _is_known(token: str) -> bool:
    return token.startswith(PLACE + "territory-")


def _is_taken(token: str | None) -> bool:
    """Whether a phrase means something that a territory must not take from it: a word, or another territory."""
    return token is not None and (not token.startswith(PLACE) or _is_known(token))


def _without_heads(tokens: set[str], large: frozenset[str]) -> set[str]:
    """Leave out heads that add nothing to the place they stand with: a `Region Aachen` is more than Aachen."""
    places = {token for token in tokens if token.startswith(PLACE)}
    rest = tokens - {TOWN, REGION} - ({t for t in tokens if t.startswith(ORGAN)} if places else set())
    if TOWN in tokens and places and places <= large:
        rest.add(KIND + "town")
    if REGION in tokens and places and not places & large:
        rest.add(KIND + "region")
    return rest or tokens
