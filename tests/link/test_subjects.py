"""What is to be linked, with all that pages and authority say of it."""

from kg import resolve
from kg.link.lookup import name_rows
from kg.link.profile import load_profile
from kg.link.subjects import Subject, subjects
from kg.model import (
    Authority,
    Code,
    Document,
    EntityType,
    Event,
    Label,
    Mention,
    MentionKey,
    Position,
    Record,
    Span,
)
from kg.text.normal import sha256

FRANCE = Authority(
    id="territory-france",
    type=EntityType.TERRITORY,
    kind="country",
    names=(Label("Frankreich", "de"), Label("France", "en"), Label("France", "fr")),
)
METZ = Authority(
    id="territory-metz",
    type=EntityType.TERRITORY,
    kind="commune",
    names=(Label("Metz", "fr"),),
    within=("territory-france",),
    codes=(Code("insee-commune", "57463"),),
    since="1790",
    links=("https://example.org/metz",),
)
CLUB = Authority(
    id="organisation-club-z",
    type=EntityType.ORGANIZATION,
    names=(Label("Club Z", "fr"),),
    acronyms=("CZ",),
    competent_for=("territory-metz",),
    website="https://example.org",
)
AUTHORITY = {one.id: one for one in (FRANCE, METZ, CLUB)}
NAMES = (
    (EntityType.PERSON, "Anna Thal"),
    (EntityType.TERRITORY, "Metz"),
    (EntityType.ORGANIZATION, "Zentrum Alpha"),
    (EntityType.ORGANIZATION, "Conseil départemental"),
    (EntityType.VENUE, "Halle 5"),
)


def page() -> Record:
    text = " ".join(name for _, name in NAMES)
    spans = {name: (Span(text.index(name), text.index(name) + len(name)),) for _, name in NAMES}
    return Record(
        document=Document(id="a", language="fr", text=text, sha256=sha256(text)),
        mentions=tuple(Mention(type=type_, name=name, evidence=spans[name]) for type_, name in NAMES),
        events=(Event(id="e", title="Metz", start="2019-03-12", evidence=spans["Metz"]),),
        positions=(Position(person="Anna Thal", position="maire", organization="Metz"),),
    )


def found(*, whole: bool = False) -> dict[str, Subject]:
    worked = resolve.work((page(),), AUTHORITY, ())
    listed = subjects(worked, AUTHORITY, whole=whole)
    assert [one.id for one in listed] == sorted(one.id for one in listed)
    return {one.title: one for one in listed}


def test_actors_and_territories_of_the_pages_are_to_be_linked() -> None:
    assert set(found()) == {"Anna Thal", "Metz", "Zentrum Alpha", "Conseil départemental"}
    assert set(found(whole=True)) == {*found(), "France", "Club Z"}


def test_a_person_has_what_pages_say() -> None:
    anna = found()["Anna Thal"]
    assert anna.node == MentionKey("a", EntityType.PERSON, "Anna Thal")
    assert (anna.described.offices, anna.described.bodies) == (("maire",), ("Metz",))
    assert anna.described.places == ("Metz", "France")
    assert anna.described.years == (2019,)
    assert anna.described.types == {EntityType.PERSON}


def test_an_entry_has_what_the_authority_says() -> None:
    metz = found()["Metz"]
    assert metz.node == metz.id == "territory-metz"
    assert metz.described.codes == {Code("insee-commune", "57463")}
    assert metz.described.kinds == {"commune"}
    assert metz.described.places == ("France",)
    assert (metz.described.since, metz.links) == ("1790", ("https://example.org/metz",))
    club = found(whole=True)["Club Z"]
    assert (club.described.acronyms, club.described.websites) == (("CZ",), ("https://example.org",))
    assert club.described.places == ("Metz", "France")


def test_one_name_in_two_languages_is_looked_up_in_both() -> None:
    france = found(whole=True)["France"]
    assert france.described.names == ("France", "Frankreich")
    assert {("France", "en"), ("France", "fr"), ("Frankreich", "de")} <= {
        (term.value, term.language) for (term,) in name_rows(france, load_profile("wikidata"))
    }


def test_a_name_on_a_page_is_looked_up_in_every_language_and_a_general_one_in_none() -> None:
    profile = load_profile("wikidata")
    assert ("Zentrum Alpha", "de") in {(t.value, t.language) for (t,) in name_rows(found()["Zentrum Alpha"], profile)}
    assert name_rows(found()["Conseil départemental"], profile) == []
