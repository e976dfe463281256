"""The noun phrase that names an event in running text: `20e Sommet de la Grande Région`, `Sitzung des Rats`."""

import re
from collections.abc import Sequence
from functools import cache

from kg.extract import complements, heads, lexicon, offices
from kg.extract import proper as titled
from kg.extract.words import Word, longest

COMPOUNDS = ("conference", "meeting", "round-table", "workshop", "ceremony", "reception")
COMPOUND = 10
"""A German compound this long may end in an event's word (Jubiläumskonferenz)."""
MOST_COMPLEMENTS = 3
FRAME = 6
"""So many words lead from an occasion's frame to its name."""
FEWEST = 2
"""So many words may stand before what only says when something else was."""
NOUN = 4
"""A lower-case noun that says what an event is of has so many letters at least."""
_OF = r"(?:(?:der|des|zur|zum|über die|über|zum thema|de la|du|de l['’]|sur|autour de|of the|on the|on|about)\s?)?"
_TITLED = re.compile(
    rf",?\s{{1,2}}{_OF}(?:«\s?[^«»]{{3,140}}?»|[„“]\s?[^«»„“”]{{3,140}}?[“”]|"
    r"‘[^‘’]{3,140}’|\"[^\"]{3,140}\")"
)
_CALLED = re.compile(
    r",?\s{1,2}(?:(?:sur le thème|intitulée?s?|ayant pour thème|mit dem titel|unter dem titel|unter dem motto|"
    r"zum thema|mit dem thema|entitled|titled|called|on the theme(?: of)?|on the topic(?: of)?|under the title|"
    r"under the heading)\s{1,2}:?\s?)(?:«\s?([^«»]{3,140}?)\s?»|"
    r"[„“]\s?([^«»„“”]{3,140}?)\s?[“”]|‘([^‘’]{3,140})’|\"([^\"]{3,140})\")",
    re.IGNORECASE,
)
"""What leads from an event's word to its title: `mit dem Titel „X“`, `intitulée « X »`."""


def title(text: str, words: Sequence[Word], first: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase around the first event's word that is more than this word; a frame only where it is alone."""
    framing = alone = None
    for i in range(first, stop):
        end = event_word(words, i)
        if end is None or end > stop or any(rule(words, i, first) for rule in (_hour, _hyphened, _participle, _other)):
            continue
        span = phrase(text, words, (i, end), (first, stop))
        begin = next((n for n in range(first, i + 1) if words[n].start >= span[0]), i)
        if _of_office(words, first, begin):
            continue
        if not _framed(words, first, begin):
            if " " in text[slice(*span)].strip() or alone is not None:
                return span if " " in text[slice(*span)].strip() else alone
            alone = span
            continue
        framing = framing or span
    return alone or framing


def _framed(words: Sequence[Word], first: int, begin: int) -> bool:
    """`im Rahmen der 50-Jahr-Feier`, `en marge du salon`: the occasion of an event, not the event."""
    frames = lexicon.phrases("events.frames")
    hits = (longest(words, n, frames) for n in range(max(first, begin - FRAME), begin))
    return any(hit is not None and hit[0] <= begin for hit in hits)


def phrase(text: str, words: Sequence[Word], word: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    """The whole noun phrase around an event's word: its edition, its adjectives, what it is of, its quoted title."""
    (i, end), (first, stop) = word, within
    head = heads.Head(first=i, stop=end, language="de", weak=False, namesake=True, ministry=False, located=False)
    last = _complements(words, complements.extent(words, i, head, {}) or end, stop)
    begin = i
    while begin > first and (words[begin].gap in "sh" or _theirs(words, begin)) and _adjective(words[begin - 1]):
        begin -= 1
    while begin > first and words[begin].gap == "h" and words[begin - 1].shape == "0":
        begin -= 1
    begin = _edition(words, first, _from_determiner(words, first, begin))
    called = _CALLED.match(text, words[end - 1].end)
    if called is not None:
        return called.span(called.lastindex or 0)
    between = titled.between_commas(text, words, end, stop)
    if between is not None and not _led(words, first, begin):
        return words[end].start, words[between - 1].end
    proper = titled.right_behind(words, (i, end), min(last, stop))
    if proper is not None:
        return words[end].start, words[proper - 1].end
    named = behind(text, words, end)
    return words[begin].start, named or words[min(last, stop) - 1].end


def _led(words: Sequence[Word], first: int, i: int) -> bool:
    """`After the meeting, ...` at the head of a sentence: when something else was."""
    leads = lexicon.words("grammar.after_office", "grammar.local")
    return i - first <= FEWEST and words[first].fold in leads


def _complements(words: Sequence[Word], last: int, stop: int) -> int:
    """`Sommet des maires de la frontière`, `meeting of the working group`: the nouns that say what it is of."""
    for _ in range(MOST_COMPLEMENTS):
        j = last
        if j >= stop or words[j].gap != "s" or words[j].fold not in _leading_on():
            break
        j += 1 + (j + 1 < stop and words[j + 1].fold in lexicon.words("grammar.definite"))
        j += j + 1 < stop and words[j].fold.endswith("ing")
        if j >= stop or words[j].gap not in "sa" or words[j].shape != "l" or len(words[j].text) < NOUN:
            break
        if words[j].fold in _small() or words[j].fold in lexicon.words("grammar.everyday"):
            break
        last = j + 1
    return last


@cache
def _leading_on() -> frozenset[str]:
    """What leads to such a noun; neither an article nor `and`."""
    joins = lexicon.words("grammar.joins", "grammar.articles")
    return (lexicon.words("grammar.complements") - joins) | {"des"}


def _theirs(words: Sequence[Word], i: int) -> bool:
    """`Mayors' Forum`: an apostrophe behind a plural."""
    return words[i].gap == "a" and words[i].capital and words[i - 1].fold.endswith("s")


def _hyphened(words: Sequence[Word], i: int, first: int) -> bool:
    """`avant-conférence`; `Grenzraum-Konferenz` is one word that names an event."""
    return i > first and words[i].gap == "h" and not (words[i].capital and words[i - 1].capital)


def _hour(words: Sequence[Word], i: int, first: int) -> bool:
    """`en matinée`, `dans la soirée`: a time of day, no event."""
    if words[i].fold not in ("matinee", "soiree", "apres-midi", "journee"):
        return False
    before = {w.fold for w in words[max(first, i - 3) : i]}
    return not before.isdisjoint(("en", "dans", "fin", "debut", "cours"))


def _other(words: Sequence[Word], i: int, first: int) -> bool:
    """`d'autres rendez-vous du cycle « X »`: what events belong to; `l'emploi et la formation`: a field of work."""
    field = words[i].fold in lexicon.words("events.ambiguous") and i > first
    small = lexicon.words("grammar.definite", "grammar.name_links")
    return longest(words, i, lexicon.phrases("page.cycles")) is not None or (field and words[i - 1].fold in small)


def _participle(words: Sequence[Word], i: int, first: int) -> bool:
    """`Meeting in Tournai, the assembly chose ...`: what somebody does, no event's name."""
    follows = i + 1 < len(words) and words[i + 1].fold in lexicon.words("grammar.local")
    return i == first and follows and words[i].fold.endswith("ing")


def _of_office(words: Sequence[Word], first: int, i: int) -> bool:
    """`Chief Executive of Border Forum`: the word belongs to the name of a body that somebody serves."""
    j = i - 1
    while j > first and words[j].fold in lexicon.words("grammar.links", "grammar.articles"):
        j -= 1
    return first <= j < i - 1 and offices.ending(words, j + 1)


def _edition(words: Sequence[Word], first: int, i: int) -> int:
    """`20e Sommet`, `14th meeting`, `3. Sitzung`: the number before belongs to the title."""
    before = words[i - 1] if i > first else None
    if before is not None and words[i].gap == "s" and before.fold in lexicon.words("grammar.editions"):
        return i - 1
    if before is None or not before.text[0].isdigit() or len(before.text) > len("100th"):
        return i
    ordinal = (before.text[-1].isalpha() and words[i].gap == "s") or (words[i].gap == "d" and len(before.text) < 4)
    return i - 1 if ordinal else i


def _from_determiner(words: Sequence[Word], first: int, i: int) -> int:
    """`its winter meeting`: the small words between a determiner and the event's word belong to the title."""
    for length in (1, 2, 3):
        j = i - length
        if j <= first or words[j + 1].gap not in "sh" or words[j].shape != "l" or words[j].fold in _small():
            return i
        if words[j - 1].fold in lexicon.words("grammar.articles") and words[j].gap == "s":
            return j if words[i].shape == "l" else i
    return i


@cache
def _small() -> frozenset[str]:
    return lexicon.words("grammar.articles", "grammar.links", "grammar.openers")


def behind(text: str, words: Sequence[Word], i: int) -> int | None:
    """The end of a title in quotation marks that stands right behind an event's word."""
    if i >= len(words):
        return None
    found = _TITLED.match(text, words[i - 1].end)
    return None if found is None else found.end()


def _adjective(word: Word) -> bool:
    if word.fold in lexicon.words("grammar.articles", "grammar.openers", "grammar.indefinite"):
        return False
    return (word.capital and offices.head((word,), 0) is None) or word.fold.endswith(("ische", "ischen", "al", "ual"))


def event_word(words: Sequence[Word], i: int) -> int | None:
    """The index after an event's word that begins at word `i`."""
    hit = longest(words, i, lexicon.kinds("events.heads"))
    if hit is not None and not bound(words, hit[0]) and not verb(words, i, hit[0]) and not _idiom(words, i, hit[0]):
        return hit[0]
    return i + 1 if compound(words[i]) or _opens(words, i) else None


def _opens(words: Sequence[Word], i: int) -> bool:
    """`the opening of the Market Hall`, `die Eröffnung der Brücke`: of a building or the like, not of an event."""
    if words[i].fold not in lexicon.words("events.openings") or i + 1 >= len(words) or words[i + 1].gap != "s":
        return False
    linked = [n for n in range(i + 1, min(i + 4, len(words))) if words[n].fold in lexicon.words("grammar.name_links")]
    j = linked[-1] + 1 if linked and linked == [*range(i + 1, linked[-1] + 1)] else 0
    named = 0 < j < len(words) and words[j].gap in "sa" and words[j].capital
    return (
        named
        and event_word(words, j) is None
        and not any(event_word(words, n) for n in range(j, min(j + 3, len(words))))
    )


def _idiom(words: Sequence[Word], i: int, stop: int) -> bool:
    """`nahm die Gäste in Empfang`, `brachte Betriebe ins Gespräch`: a turn of phrase, no event."""
    if i == 0 or words[i].gap != "s":
        return False
    return " ".join(w.fold for w in words[i - 1 : stop]) in lexicon.words("events.idioms")


def bound(words: Sequence[Word], stop: int) -> bool:
    """`Forum-Büro`, `Summit Secretariat`: an event's word inside the name of a body."""
    if stop >= len(words):
        return False
    after = words[stop]
    return after.gap == "h" or (after.gap == "s" and after.capital and heads.at(words, stop) is not None)


def verb(words: Sequence[Word], i: int, stop: int) -> bool:
    """`alle zwei Jahre treffen`: in German a noun has a capital; `will launch`: a verb in English."""
    said = " ".join(w.fold for w in words[i:stop])
    led = i > 0 and (words[i - 1].fold == "to" or words[i - 1].fold in lexicon.words("grammar.auxiliaries"))
    return words[i].shape == "l" and (said in _german() or (led and said in lexicon.words("events.verbal")))


@cache
def _german() -> frozenset[str]:
    """The words that name events in German alone."""
    named = {
        language: {
            w for kind in lexicon.keys("events.heads") for w in lexicon.phrases_of(language, "events", f"heads.{kind}")
        }
        for language in lexicon.LANGUAGES
    }
    return frozenset(named["de"] - named["fr"] - named["en"])


def compound(word: Word) -> bool:
    """A German compound that names an event."""
    return word.capital and len(word.fold) >= COMPOUND and word.fold.endswith(endings())


@cache
def endings() -> tuple[str, ...]:
    """What German compounds that name an event end in."""
    german = (lexicon.phrases_of("de", "events", f"heads.{kind}") for kind in COMPOUNDS)
    return tuple(sorted({w for words in german for w in words if len(w) > 4 and " " not in w}))


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(
            {(w, kind) for kind in COMPOUNDS for w in lexicon.phrases_of("de", "events", f"heads.{kind}") if len(w) > 4}
        )
    )


def kind_of(word: Word) -> str:
    """The kind that the end of a German compound shows."""
    return max((len(w), kind) for w, kind in _kinds() if word.fold.endswith(w))[1]
