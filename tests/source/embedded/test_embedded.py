"""What pages carry for programs, read from small pages of each form."""

import base64
import json
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from kg import source
from kg.model import ActorKind, EmbeddedActor, EmbeddedEvent, EmbeddedFault, EventStatus, Markup
from kg.source.html.embedded import moments

EVENT = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Table ronde sur l’apprentissage",
    "startDate": "2024-03-14T14:00:00+01:00",
    "endDate": "2024-03-14T16:30:00+01:00",
    "location": {
        "@type": "Place",
        "name": "Maison du Val",
        "address": {"@type": "PostalAddress", "addressLocality": "Villerupt"},
    },
    "organizer": {"@type": "Organization", "name": "Agence Rive Gauche"},
    "performer": [{"@type": "Person", "name": "Anna Modèle"}, "Chœur du Val"],
}
READ = EmbeddedEvent(
    markup=Markup.JSON_LD,
    name="Table ronde sur l’apprentissage",
    start="2024-03-14T14:00",
    end="2024-03-14T16:30",
    venues=("Maison du Val",),
    towns=("Villerupt",),
    organizers=(EmbeddedActor(name="Agence Rive Gauche", kind=ActorKind.ORGANISATION),),
    performers=(EmbeddedActor(name="Anna Modèle", kind=ActorKind.PERSON), EmbeddedActor(name="Chœur du Val")),
)


def embedded(tmp_path: Path, body: str, head: str = "") -> tuple[EmbeddedEvent | EmbeddedFault, ...]:
    page = tmp_path / "page.html"
    page.write_text(f"<html><head>{head}</head><body><h1>Une page</h1><p>Du texte.</p>{body}</body></html>", "utf-8")
    return source.read(page).embedded


def script(content: str, kind: str = "application/ld+json") -> str:
    return f'<script type="{kind}">{content}</script>'


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(EVENT),
        json.dumps([{"@type": "WebSite", "name": "Un site"}, EVENT]),
        json.dumps({"@context": "https://schema.org", "@graph": [EVENT]}),
        json.dumps({"@type": "WebPage", "mainEntity": EVENT | {"@type": ["BusinessEvent"]}}),
        json.dumps(EVENT | {"@type": "http://schema.org/EducationEvent"}),
        f"<!-- {json.dumps(EVENT)} -->",
        f"/*<![CDATA[*/ {json.dumps(EVENT)} /*]]>*/",
        f"//<![CDATA[\n{json.dumps(EVENT)}\n//]]>",
        json.dumps(EVENT | {"name": [{"@value": EVENT["name"], "@language": "fr"}]}),
        json.dumps(EVENT | {"startDate": "2024-03-14T13:00:00Z", "endDate": ["2024-03-14T15:30:00+00:00"]}),
    ],
)
def test_an_event_in_json_ld_is_read_however_the_site_wraps_it(tmp_path: Path, content: str) -> None:
    assert embedded(tmp_path, script(content)) == (READ,)


def test_a_script_that_is_no_json_is_a_fault_and_the_next_one_is_read(tmp_path: Path) -> None:
    fault, event = embedded(tmp_path, script('{"@type": "Event", "name": }') + script(json.dumps(EVENT)))
    assert isinstance(fault, EmbeddedFault) and "line 1, column 28" in fault.message
    assert event == READ


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a": ' * 50_000, "1" * 10_000, '{"@type":"Event","name":"\x01"'])
def test_hostile_json_ends_in_a_fault_or_in_nothing(tmp_path: Path, content: str) -> None:
    assert all(isinstance(one, EmbeddedFault) for one in embedded(tmp_path, script(content)))


@pytest.mark.parametrize("kind", ["Person", "Organization", "NewsArticle", None, 7, {"a": 1}])
def test_what_is_no_event_is_left_alone(tmp_path: Path, kind: object) -> None:
    assert embedded(tmp_path, script(json.dumps({"@type": kind, "name": "Eva", "startDate": "2024-03-14"}))) == ()


@pytest.mark.parametrize("value", [5, None, {}, [], [[]], "morgen", "2024-02-30", {"@value": 3}])
def test_values_of_a_wrong_kind_say_nothing(tmp_path: Path, value: object) -> None:
    item = {"@type": "Event", "name": value, "startDate": value, "location": value, "performer": "Anna Modèle"}
    (event,) = embedded(tmp_path, script(json.dumps(item)))
    assert isinstance(event, EmbeddedEvent)
    assert event.start is None
    assert event.performers == (EmbeddedActor(name="Anna Modèle"),)


def test_microdata(tmp_path: Path) -> None:
    found = embedded(
        tmp_path,
        """<div itemscope itemtype="https://schema.org/Event"><h2 itemprop="name">Bürgerforum an der Saar</h2>
        <time itemprop="startDate" datetime="2023-09-21T18:00">21. September, 18 Uhr</time>
        <span itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Altes Rathaus</b>
        <i itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><u itemprop="addressLocality">
        Völklingen</u></i></span>
        <span itemprop="organizer" itemscope itemtype="https://schema.org/Organization">
        <meta itemprop="name" content="Verein Saarufer"></span></div>""",
    )
    assert found == (
        EmbeddedEvent(
            markup=Markup.MICRODATA,
            name="Bürgerforum an der Saar",
            start="2023-09-21T18:00",
            venues=("Altes Rathaus",),
            towns=("Völklingen",),
            organizers=(EmbeddedActor(name="Verein Saarufer", kind=ActorKind.ORGANISATION),),
        ),
    )


CALENDAR = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Border talks\\, part two and a long\r\n  title\r\n"
    "DTSTART:20240314T130000Z\r\nDTEND;TZID=Europe/Paris:20240314T153000\r\nLOCATION:Town Hall\\, Arlon\r\n"
    'ORGANIZER;CN="Rhine Society":mailto:a@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
)
FROM_CALENDAR = EmbeddedEvent(
    markup=Markup.ICALENDAR,
    name="Border talks, part two and a long title",
    start="2024-03-14T14:00",
    end="2024-03-14T15:30",
    venues=("Town Hall, Arlon",),
    organizers=(EmbeddedActor(name="Rhine Society"),),
)


@pytest.mark.parametrize(
    "body",
    [
        script(CALENDAR, "text/calendar"),
        f"<pre>{CALENDAR}</pre>",
        f'<a href="data:text/calendar;charset=utf-8,{quote(CALENDAR)}">Add to calendar</a>',
        f'<a href="data:text/calendar;base64,{base64.b64encode(CALENDAR.encode()).decode()}">Add to calendar</a>',
    ],
)
def test_a_calendar_is_read_wherever_it_stands(tmp_path: Path, body: str) -> None:
    assert embedded(tmp_path, body) == (FROM_CALENDAR,)


def test_whole_days_of_a_calendar_end_before_the_day_given(tmp_path: Path) -> None:
    days = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20240603\nDTEND;VALUE=DATE:20240606\nEND:VEVENT"
    (event,) = embedded(tmp_path, script(days, "text/calendar"))
    assert isinstance(event, EmbeddedEvent)
    assert (event.start, event.end) == ("2024-06-03", "2024-06-05")


@pytest.mark.parametrize("body", ["BEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT", "BEGIN:VEVENT\nDTSTART:20240314"])
def test_a_broken_calendar_says_nothing(tmp_path: Path, body: str) -> None:
    assert embedded(tmp_path, f"<pre>{body}</pre>") == ()
    assert embedded(tmp_path, '<a href="data:text/calendar;base64,%%%">x</a>') == ()


def test_class_names(tmp_path: Path) -> None:
    found = embedded(
        tmp_path,
        """<div class="h-event big"><span class="p-name">Soirée débat</span>
        <time class="dt-start" datetime="2024-05-02 19:30">jeudi 2 mai</time><b class="p-location">Esch</b></div>""",
    )
    assert found == (
        EmbeddedEvent(markup=Markup.H_EVENT, name="Soirée débat", start="2024-05-02T19:30", venues=("Esch",)),
    )


def test_open_graph_speaks_of_an_event_only_where_it_gives_a_start(tmp_path: Path) -> None:
    title = '<meta property="og:title" content="Soirée débat"><meta property="og:locality" content="Esch">'
    assert embedded(tmp_path, "", title) == ()
    start = '<meta property="event:start_time" content="2024-05-02T19:30:00+02:00">'
    assert embedded(tmp_path, "", title + start) == (
        EmbeddedEvent(markup=Markup.OPEN_GRAPH, name="Soirée débat", start="2024-05-02T19:30", towns=("Esch",)),
    )


def test_the_text_of_the_page_is_the_same_with_and_without(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    texts = []
    for extra in ("", script(json.dumps(EVENT))):
        page.write_text(f"<html><body><h1>Une page</h1><p>Du texte.</p>{extra}</body></html>", "utf-8")
        texts.append(source.read(page).text)
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("iso", "moment"),
    [
        ("2024-03-14", "2024-03-14"),
        ("2024-07-14T12:00Z", "2024-07-14T14:00"),
        ("2024-03-14T1400", "2024-03-14T14:00"),
        ("2024-03-14T14:00:00.000-05:00", "2024-03-14T14:00"),
        ("9999-12-31T23:59Z", None),
        ("0000-01-01", None),
        ("2024-13-01", None),
        ("14.03.2024", None),
    ],
)
def test_moments(iso: str, moment: str | None) -> None:
    assert moments.from_iso(iso) == moment


@pytest.mark.parametrize(
    "body",
    [
        "<pre>" + "BEGIN:VEVENT " * 60_000 + "</pre>",
        '<div class="h-event">' * 200 + '<b class="p-name">x</b>' * 20_000 + "</div>" * 200,
        '<div itemscope itemtype="https://schema.org/Event" itemprop="name">' * 200 + "x " * 200_000 + "</div>" * 200,
        script("--> " + " " * 400_000 + "x"),
    ],
)
def test_bait_costs_no_more_than_its_length(tmp_path: Path, body: str) -> None:
    before = time.process_time()
    embedded(tmp_path, body)
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("https://schema.org/EventCancelled", EventStatus.CANCELLED),
        ("http://schema.org/EventPostponed", EventStatus.POSTPONED),
        ("schema:EventCancelled", EventStatus.CANCELLED),
        (["EventMovedOnline", "EventPostponed"], EventStatus.POSTPONED),
        ("https://schema.org/EventScheduled", None),
        ("https://schema.org/EventRescheduled", None),
        ({"@id": 3}, None),
    ],
)
def test_the_status_of_an_event_in_json_ld(tmp_path: Path, said: object, status: EventStatus | None) -> None:
    (event,) = embedded(tmp_path, script(json.dumps(EVENT | {"eventStatus": said})))
    assert isinstance(event, EmbeddedEvent)
    assert event.status is status


@pytest.mark.parametrize(
    "body",
    [
        '<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Un soir</b>'
        '<time itemprop="startDate" datetime="2024-03-14T14:00">14 mars</time>'
        '<link itemprop="eventStatus" href="https://schema.org/EventCancelled"></div>',
        "<pre>BEGIN:VEVENT\nSUMMARY:Un soir\nDTSTART:20240314T140000\nSTATUS:CANCELLED\nEND:VEVENT</pre>",
    ],
)
def test_the_status_of_an_event_in_other_markup(tmp_path: Path, body: str) -> None:
    (event,) = embedded(tmp_path, body)
    assert isinstance(event, EmbeddedEvent)
    assert (event.name, event.status) == ("Un soir", EventStatus.CANCELLED)
