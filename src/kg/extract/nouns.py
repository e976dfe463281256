"""Words with a capital that are given names, and those that are no part of a person's name."""

from functools import cache

from kg.extract import lexicon


@cache
def given() -> frozenset[str]:
    """The given names."""
    return lexicon.words("given_names.names")


@cache
def heads() -> frozenset[str]:
    """Words that head an office, an institution, an event, a treaty, an address."""
    lists = ("institutions.heads", "institutions.masculine", "institutions.feminine", "institutions.neuter")
    others = (
        "offices.heads",
        "offices.plurals",
        "events.heads",
        "works.instruments",
        "venues.address",
        "works.projects",
    )
    single = {word for name in (*lists, *others) for word in lexicon.words(name) if " " not in word}
    return frozenset(single - given())


@cache
def suffixes() -> tuple[str, ...]:
    """What compounds that are no names end in."""
    names = lexicon.words("institutions.suffixes", "offices.suffixes")
    return tuple(sorted(n for n in names if len(n) > 5))


@cache
def others() -> frozenset[str]:
    """Months, weekdays, countries, kinds of territory, and words that announce a name."""
    months = {w for w in lexicon.words("calendar.months") if len(w) > 3}
    demonyms = lexicon.words("territories.countries", "institutions.adjectives")
    kinds = {w for w in lexicon.words("territories.heads", "territories.trailing") if " " not in w}
    return frozenset((months | demonyms | kinds | lexicon.words("calendar.weekdays") | _cues()) - given())


@cache
def _cues() -> frozenset[str]:
    """The first words of what announces a name (`Moderiert von`)."""
    agents = lexicon.words("grammar.agents")
    lists = (lexicon.words(f"roles.{name}") for name in ("labels", "lines"))
    passive = (text for text in lexicon.words("roles.verbs") if text.split()[-1] in agents)
    return frozenset(text.split()[0] for words in (*lists, passive) for text in words)
