"""The tables of the CSV export as data: of what class the rows are, and what each column says."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.export.facts import INVERSE, LANGUAGES, TOP
from kg.vocab import terms as t

Path = tuple[str, ...]


class Show(StrEnum):
    """How the terms at the end of a path are written in a cell."""

    IRI = "iri"
    TEXT = "text"
    """The words or the number of a literal; the IRI of anything else."""
    NAME = "name"
    """The name in the first language there is of fr, de, en; else in any."""
    FR = "fr"
    DE = "de"
    EN = "en"
    LAST = "last"
    """The last part of the IRI: `speaker` for the concept role/speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name and meaning, the path from the row's thing to the values, and how they are written."""

    name: str
    meaning: str
    path: Path = ()
    show: Show = Show.TEXT
    only: str = ""
    """Keep the things of this class only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table: a row for each thing of a class (but for those of the class `but_not`)."""

    name: str
    meaning: str
    of: str
    but_not: str = ""
    columns: tuple[Column, ...]


def _id(what: str) -> tuple[Column, ...]:
    return (Column(name=what, meaning=f"IRI of the {what}: its name for ever, to join tables on", show=Show.IRI),)


def _named(prefix: str, meaning: str, path: Path = (), only: str = "") -> tuple[Column, ...]:
    lead = f"{prefix}_" if prefix else ""
    best = Column(
        name=f"{lead}name",
        meaning=f"{meaning}: name in the first of fr, de, en that it has",
        path=path,
        show=Show.NAME,
        only=only,
    )
    return best, *(
        Column(name=f"{lead}name_{one}", meaning=f"{meaning}: name in {one}", path=path, show=Show(one), only=only)
        for one in LANGUAGES
    )


def _thing(name: str, meaning: str, path: Path, only: str = "") -> tuple[Column, ...]:
    return Column(name=name, meaning=f"{meaning}: IRI", path=path, show=Show.IRI, only=only), *_named(
        name, meaning, path, only
    )


def _concept(name: str, meaning: str, path: Path) -> tuple[Column, ...]:
    return Column(name=name, meaning=meaning, path=path, show=Show.LAST), *(
        Column(name=f"{name}_{one}", meaning=f"{meaning}, in {one}", path=path, show=Show(one)) for one in LANGUAGES
    )


def _text(name: str, meaning: str, *path: str) -> tuple[Column, ...]:
    return (Column(name=name, meaning=meaning, path=path),)


_STATED: Final = (
    *_text("as_stated", "the words of the source", t.AS_STATED),
    Column(name="evidence", meaning="IRIs of the evidence", path=(t.EVIDENCE_OF,), show=Show.IRI),
    *_text("quotes", "the quoted passages", t.EVIDENCE_OF, t.HAS_SELECTOR, t.EXACT),
    Column(
        name="documents",
        meaning="IRIs of the documents that say it",
        path=(t.EVIDENCE_OF, t.HAS_SOURCE, t.WAS_DERIVED_FROM),
        show=Show.IRI,
    ),
)

_EVENT: Final = (
    *_named("", "the event"),
    *_concept("kind", "kind of event", (t.ADDITIONAL_TYPE,)),
    *_text("start", "when it starts: a year, a month, a day, or a time with its zone", t.START_DATE),
    *_text("end", "when it ends", t.END_DATE),
    *_thing("place", "territory where it takes place", (t.LOCATION,), t.TERRITORY),
    *_thing("venue", "building or room", (t.LOCATION,), t.VENUE),
    *_thing("series", "series it belongs to", (t.IN_SERIES,)),
    *_concept("topic", "what it is about", (t.ABOUT,)),
    *_thing("mentions", "treaty, law or project it mentions", (t.MENTIONS,)),
    *_STATED,
)

_PARTICIPATION: Final = (
    *_id("participation"),
    *_thing("event", "the event or session taken part in", (t.IN,)),
    *_text("start", "when that starts", t.IN, t.START_DATE),
    *_thing("whole_event", "the event that session belongs to in the end", (t.IN, TOP)),
    Column(
        name="person",
        meaning="IRI of the person; empty where only an office or a body is named",
        path=(t.PARTICIPANT,),
        show=Show.IRI,
        only=t.PERSON,
    ),
    Column(name="person_name", meaning="name of the person", path=(t.PARTICIPANT,), show=Show.NAME, only=t.PERSON),
    *_concept("role", "as what", (t.ROLE_OF,)),
    Column(name="post", meaning="IRI of the post in which they came", path=(t.POST,), show=Show.IRI),
    Column(name="post_title", meaning="its title in the words of the source", path=(t.POST,), show=Show.NAME),
    *_thing("on_behalf_of", "organisation or territory they acted for", (t.ON_BEHALF_OF,)),
    *_concept("factuality", "announced, reported, excused, represented or cancelled", (t.FACTUALITY_OF,)),
    *_text("confidence", "how sure the extraction is, 0 to 1", t.CONFIDENCE),
    *_STATED,
)

_TENURE: Final = (
    *_id("tenure"),
    Column(name="person", meaning="IRI of the person", path=(t.MEMBER,), show=Show.IRI),
    Column(name="person_name", meaning="name of the person", path=(t.MEMBER,), show=Show.NAME),
    Column(name="post", meaning="IRI of the post", path=(t.POST,), show=Show.IRI),
    Column(name="post_title", meaning="its title in the words of the source", path=(t.POST,), show=Show.NAME),
    *_thing("organisation", "body of which it is a post", (t.ORGANIZATION_OF,)),
    *_text("attested_on", "days on which the sources show the person in the post", t.ATTESTED_ON),
    *_text("period", "the period as far as a source dates it (EDTF)", t.EDTF),
    *_text("earliest", "first day that the period allows", t.EARLIEST),
    *_text("latest", "last day that the period allows", t.LATEST),
    *_STATED,
)

_DOCUMENT: Final = (t.HAS_SOURCE, t.WAS_DERIVED_FROM)

SHEETS: Final[tuple[Sheet, ...]] = (
    Sheet(name="events", meaning="one row an event", of=t.EVENT, but_not=t.SESSION, columns=(*_id("event"), *_EVENT)),
    Sheet(
        name="sessions",
        meaning="one row a session or agenda item of an event",
        of=t.SESSION,
        columns=(
            *_id("session"),
            *_thing("part_of", "the event or session it is part of", (t.PART_OF,)),
            *_thing("whole_event", "the event it belongs to in the end", (TOP,)),
            *_text("position", "its place in the order of the programme, from 1", t.POSITION),
            *_EVENT,
        ),
    ),
    Sheet(
        name="participations",
        meaning="one row each part that somebody takes in an event or session",
        of=t.PARTICIPATION,
        columns=_PARTICIPATION,
    ),
    Sheet(name="tenures", meaning="one row each post that a source shows a person in", of=t.TENURE, columns=_TENURE),
    Sheet(
        name="people",
        meaning="one row a person",
        of=t.PERSON,
        columns=(
            *_id("person"),
            Column(name="name", meaning="the name", show=Show.NAME),
            *_text("given_name", "given name", t.GIVEN_NAME),
            *_text("family_name", "family name", t.FAMILY_NAME),
            *_text("other_names", "other forms of the name", t.ALT_LABEL),
            *_text("same_as", "its IRIs in other registers", t.EXACT_MATCH),
            *_STATED[1:],
        ),
    ),
    Sheet(
        name="organisations",
        meaning="one row an organisation",
        of=t.ORGANISATION,
        columns=(
            *_id("organisation"),
            *_named("", "the organisation"),
            *_text("acronym", "acronyms", t.ACRONYM),
            *_text("other_names", "other names", t.ALT_LABEL),
            *_concept("kind", "kind of organisation", (t.CLASSIFICATION,)),
            *_thing("competent_for", "territory it acts for", (t.COMPETENT_FOR,)),
            *_thing("seat", "where it has its seat", (t.SEAT,)),
            *_thing("part_of", "organisation it is part of", (t.SUB_ORGANIZATION_OF,)),
            *_text("website", "its website", t.URL),
            *_text("same_as", "its IRIs in other registers", t.EXACT_MATCH),
            *_STATED[1:],
        ),
    ),
    Sheet(
        name="territories",
        meaning="one row a territory or cross-border area",
        of=t.TERRITORY,
        columns=(
            *_id("territory"),
            *_named("", "the territory"),
            *_text("other_names", "other names", t.ALT_LABEL),
            Column(name="kind", meaning="Territory, or CrossBorderArea too", path=(t.TYPE,), show=Show.LAST),
            *_thing("within", "territory it lies in", (t.WITHIN,)),
            *_thing("composed_of", "territories it is made of", (t.COMPOSED_OF,)),
            *_thing("partially_composed_of", "territories of which a part belongs to it", (t.PARTIALLY_COMPOSED_OF,)),
            *_text("same_as", "its IRIs in other registers (NUTS, LAU)", t.EXACT_MATCH),
        ),
    ),
    Sheet(
        name="evidence",
        meaning="one row each passage of a text that states something",
        of=t.EVIDENCE,
        columns=(
            *_id("evidence"),
            Column(name="document", meaning="IRI of the document", path=_DOCUMENT, show=Show.IRI),
            Column(name="document_title", meaning="its title", path=_DOCUMENT, show=Show.NAME),
            *_text("document_url", "its address", *_DOCUMENT, t.URL),
            *_text("text_sha256", "checksum of the stored text", t.HAS_SOURCE, t.SHA256),
            *_text("start", "first character of the passage, counted from 0", t.HAS_SELECTOR, t.START),
            *_text("end", "the character after its last", t.HAS_SELECTOR, t.END),
            *_text("quote", "the passage", t.HAS_SELECTOR, t.EXACT),
            *_text("before", "the characters before it", t.HAS_SELECTOR, t.PREFIX),
            *_text("after", "the characters after it", t.HAS_SELECTOR, t.SUFFIX),
        ),
    ),
    Sheet(
        name="documents",
        meaning="one row a source document",
        of=t.DOCUMENT,
        columns=(
            *_id("document"),
            Column(name="title", meaning="its title", show=Show.NAME),
            *_text("url", "its address", t.URL),
            *_text("issued", "when it was published", t.ISSUED),
            *_text("retrieved", "when it was fetched", t.GENERATED_AT),
            *_text("language", "its language", INVERSE + t.WAS_DERIVED_FROM, t.LANGUAGE),
            *_text("text_sha256", "checksum of the stored text", INVERSE + t.WAS_DERIVED_FROM, t.SHA256),
        ),
    ),
    Sheet(
        name="headcounts",
        meaning="one row each stated number of people",
        of=t.HEADCOUNT,
        columns=(
            *_id("headcount"),
            *_thing("event", "the event it was counted at", (INVERSE + t.HEADCOUNT_OF,)),
            *_text("value", "the number stated", t.VALUE),
            *_text("at_least", "the number where the source says at least", t.MIN_VALUE),
            *_text("at_most", "the number where the source says at most", t.MAX_VALUE),
            *_text("approximate", "true where the source says about", t.APPROXIMATE),
            *_STATED,
        ),
    ),
)
