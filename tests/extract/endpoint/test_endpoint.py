"""The adapter for language models, against a stand-in server on this machine: good replies, and every bad one."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kg import extract
from kg.errors import InputError, KgError
from kg.extract.endpoint import exchange
from kg.extract.endpoint.address import address_of
from kg.extract.endpoint.extractor import Endpoint, from_environment
from kg.model import Document, Issue, Record, Severity
from kg.text.normal import sha256

TEXT = (
    "Soirée des voisins\n\nVendredi 7 juin 2024, Perl\n\n"
    "Intervention de Jeanne Exemple,\ndirectrice de l’Atelier des Ponts."
    "\n\nL’Atelier des Ponts remercie ses hôtes.\n"
)
DOCUMENT = Document(id="soiree", language="fr", text=TEXT, sha256=sha256(TEXT))
KEY = "sk-very-secret"
PERSON = {"type": "Person", "name": "Jeanne Exemple", "quote": "Intervention de Jeanne Exemple"}
BODY = {"type": "Organization", "name": "Atelier des Ponts", "quote": "L’Atelier des Ponts remercie ses hôtes"}
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Stand:
    """A server that answers as a test wants it to, and remembers what it was asked."""

    url: str = ""
    answer: Answer | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@pytest.fixture
def stand() -> Iterator[Stand]:
    made = Stand()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            made.paths.append(self.path)
            made.keys.append(self.headers.get("Authorization"))
            made.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            assert made.answer is not None
            try:
                made.answer(self)
            except OSError:
                return  # the other side has gone, as some tests mean it to

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    made.url = f"http://127.0.0.1:{server.server_port}/v1"
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def send(handler: BaseHTTPRequestHandler, data: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def saying(content: Any) -> Answer:
    """An answer whose message has this content; what is not text is written as JSON."""
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    reply = {"choices": [{"message": {"role": "assistant", "content": words}}]}
    return lambda handler: send(handler, json.dumps(reply).encode())


def raw(data: bytes, status: int = 200, **headers: str) -> Answer:
    return lambda handler: send(handler, data, status, **headers)


def asked(stand: Stand, answer: Answer, seconds: float = 5) -> tuple[Record, list[Issue]]:
    stand.answer = answer
    endpoint = Endpoint(address=address_of(stand.url), model="small", key=KEY, seconds=seconds)
    record, issues = extract.extract(DOCUMENT, [endpoint])
    _, own = extract.extract(DOCUMENT)
    return record, [issue for issue in issues if issue not in own]


def names(record: Record) -> set[str]:
    return {mention.name for mention in record.mentions}


def rules_alone() -> Record:
    return extract.extract(DOCUMENT)[0]


def test_what_the_model_finds_in_the_text_enters_the_record(stand: Stand) -> None:
    part = {"agent": "Jeanne Exemple", "event": "Soirée des voisins", "role": "speaker", "position": "directrice"}
    said = {
        "entities": [PERSON, BODY],
        "events": [{"title": "Soirée des voisins", "quote": "Soirée des voisins", "start": "2024-06-07"}],
        "participations": [part | {"quote": "Jeanne Exemple, directrice de l’Atelier des Ponts"}],
    }
    record, issues = asked(stand, saying(said))
    assert issues == []
    assert {"Jeanne Exemple", "Atelier des Ponts"} <= names(record)
    assert ("Jeanne Exemple", "speaker") in {(p.agent, p.role.value) for p in record.participations}
    assert all(span.of(TEXT).strip() for p in record.participations for span in p.evidence)


def test_the_request_is_a_chat_completion_that_holds_the_text(stand: Stand) -> None:
    asked(stand, saying({}))
    assert stand.paths == ["/v1/chat/completions"]
    assert stand.keys == [f"Bearer {KEY}"]
    assert stand.asked[0]["model"] == "small"
    assert TEXT in stand.asked[0]["messages"][1]["content"]


def test_a_quote_across_a_line_break_is_found(stand: Stand) -> None:
    record, issues = asked(
        stand, saying({"entities": [{**BODY, "quote": "Jeanne Exemple, directrice de l’Atelier des Ponts"}]})
    )
    assert issues == []
    assert "Atelier des Ponts" in names(record)


def test_one_code_fence_around_the_answer_is_taken_off(stand: Stand) -> None:
    record, issues = asked(stand, saying(f"```json\n{json.dumps({'entities': [BODY]})}\n```"))
    assert issues == []
    assert "Atelier des Ponts" in names(record)


def test_a_quote_that_stands_twice_needs_the_words_before_it(stand: Stand) -> None:
    twice = {**BODY, "quote": "Atelier des Ponts"}
    record, (issue,) = asked(stand, saying({"entities": [twice]}))
    assert "stands 2 times" in issue.message
    record, issues = asked(stand, saying({"entities": [{**twice, "before": "directrice de l’"}]}))
    assert issues == []
    (mention,) = [m for m in record.mentions if m.name == "Atelier des Ponts"]
    assert any(span.start < TEXT.index("remercie") for span in mention.evidence)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"type": "Person", "name": "Paul Inventé", "quote": "Paul Inventé, président"}, "does not stand in the text"),
        ({"type": "Person", "name": "Jeanne Exemple"}, "gives no quote"),
        ({"type": "Person", "quote": "Jeanne Exemple"}, "gives no name"),
        ({"type": "Person", "name": ["Jeanne"], "quote": "Jeanne Exemple"}, "name is no text"),
        ({"type": 5, "name": "Jeanne Exemple", "quote": "Jeanne Exemple"}, "type is no text"),
        ({"type": "Person", "name": "Jeanne Exemple", "quote": 7}, "gives no quote"),
        ({"type": "Person", "name": "Jeanne Exemple", "quote": "Jeanne Exemple", "mood": "gay"}, "'mood' is unknown"),
    ],
)
def test_an_item_that_does_not_hold_is_refused_and_the_others_enter(
    stand: Stand, item: dict[str, Any], words: str
) -> None:
    record, (issue,) = asked(stand, saying({"entities": [item, BODY]}))
    assert words in issue.message
    assert "Atelier des Ponts" in names(record)
    assert "Paul Inventé" not in names(record)


def void(_: Any) -> None:
    return


UNUSABLE: dict[str, tuple[Answer, str]] = {
    "half an object": (saying('{"entities": ['), "not JSON alone"),
    "prose before": (saying('Here is the JSON: {"entities": []}'), "not JSON alone"),
    "prose after": (saying('{"entities": []} I hope this helps!'), "not JSON alone"),
    "deep nesting": (saying("[" * 50_000), "no JSON that can be read"),
    "an array": (saying("[]"), "no JSON object"),
    "an object for a list": (saying({"entities": {}}), "no list of a record"),
    "another key": (saying({"answer": []}), "no list of a record"),
    "a word for an item": (saying({"entities": ["Jeanne"]}), "entities[0] is no object"),
    "too many items": (saying({"entities": [{}] * 2_000}), "more than 1000 items"),
    "a page": (raw(b"<html>"), "not JSON alone"),
    "another encoding": (raw(b"\x80\x81{}"), "no JSON that can be read"),
    "another object": (raw(b"{}"), "no chat completion"),
    "no choice": (raw(b'{"choices": []}'), "no chat completion"),
    "no words": (raw(b'{"choices": [{"message": {"content": null}}]}'), "holds no text"),
    "401": (raw(b"", 401), "401: the key was refused"),
    "429": (raw(b"slow down", 429, Retry_After="5"), "429: it has had too many requests"),
    "500": (raw(b"oops " + KEY.encode(), 500), "500: it could not answer"),
    "302": (raw(b"", 302, Location="http://127.0.0.1:9/"), "302"),
    "oversized": (raw(b"x" * (exchange.MOST_BYTES + 1)), "more than"),
    "closed": (lambda handler: handler.connection.close(), "cannot be asked"),
    "another protocol": (lambda handler: void(handler.wfile.write(b"SMTP ready\r\n\r\n")), "cannot be asked"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_reply_that_cannot_be_used_is_an_issue_and_the_record_stands(stand: Stand, case: str) -> None:
    answer, words = UNUSABLE[case]
    record, (issue,) = asked(stand, answer)
    assert record == rules_alone()
    assert words in issue.message
    assert issue.severity is Severity.WARNING
    assert KEY not in str(issue)
    assert "\n" not in issue.message


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for ever: never a silence that a socket would give up on."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(200):
        handler.wfile.write(b" ")
        time.sleep(0.02)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(60):
        handler.wfile.write(f"X-{number}: 0\r\n".encode())
        time.sleep(0.05)


def silence(_handler: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    """What comes before the deadline is sound by itself; it must not pass for the whole."""
    whole = json.dumps({"choices": [{"message": {"content": "{}"}}]}).encode()
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n" + whole)
    time.sleep(2)


@pytest.mark.parametrize("answer", [drip, drip_headers, silence, cut_short])
def test_the_deadline_holds_for_the_whole_exchange(stand: Stand, answer: Answer) -> None:
    before = time.monotonic()
    record, (issue,) = asked(stand, answer, seconds=0.4)
    assert time.monotonic() - before < 1.5
    assert "did not answer in time" in issue.message
    assert record == rules_alone()


def test_nobody_there() -> None:
    endpoint = Endpoint(address=address_of("http://127.0.0.1:9/v1"), model="small", key=KEY)
    record, issues = extract.extract(DOCUMENT, [endpoint])
    assert any("cannot be asked" in issue.message for issue in issues)
    assert record == rules_alone()


def test_a_long_text_goes_in_parts_and_quotes_keep_their_place(stand: Stand) -> None:
    filler = "Une ligne de plus sans aucun nom propre.\n" * 700
    text = filler + TEXT
    document = Document(id="longue", language="fr", text=text, sha256=sha256(text))
    stand.answer = saying({"entities": [BODY]})
    candidates = list(Endpoint(address=address_of(stand.url), model="small", seconds=5).propose(document))
    assert len(stand.asked) == 2
    held = [c for c in candidates if c.end]
    assert [text[c.start : c.end] for c in held] == [BODY["quote"]]
    assert stand.keys == [None, None]


def test_a_text_too_long_is_not_sent(stand: Stand) -> None:
    text = "x" * 300_000
    endpoint = Endpoint(address=address_of(stand.url), model="small")
    with pytest.raises(KgError, match="300000 characters"):
        list(endpoint.propose(Document(id="x", language="fr", text=text, sha256=sha256(text))))
    assert stand.asked == []


GOOD = {"KG_LLM_URL": "https://llm.example.org/v1/", "KG_LLM_MODEL": "small", "KG_LLM_KEY": KEY}


def test_the_environment_sets_it_up() -> None:
    made = from_environment(GOOD | {"KG_LLM_SECONDS": "7.5"})
    assert (str(made.address), made.address.path) == ("https://llm.example.org:443", "/v1/chat/completions")
    assert (made.model, made.key, made.seconds) == ("small", KEY, 7.5)
    assert KEY not in repr(made)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"KG_LLM_URL": ""}, "KG_LLM_URL is not set"),
        ({"KG_LLM_MODEL": " "}, "KG_LLM_MODEL is not set"),
        ({"KG_LLM_URL": "ftp://llm.example.org"}, "must begin with https"),
        ({"KG_LLM_URL": "https://"}, "must begin with https"),
        ({"KG_LLM_URL": "https://llm.example.org:99999"}, "it is no URL"),
        ({"KG_LLM_URL": f"https://me:{KEY}@llm.example.org"}, "no user"),
        ({"KG_LLM_URL": "http://llm.example.org/v1"}, "in the clear"),
        ({"KG_LLM_KEY": "sk\nX-Evil: 1"}, "characters that no key has"),
        ({"KG_LLM_SECONDS": "soon"}, "KG_LLM_SECONDS"),
        ({"KG_LLM_SECONDS": "0"}, "KG_LLM_SECONDS"),
        ({"KG_LLM_SECONDS": "nan"}, "KG_LLM_SECONDS"),
        ({"KG_LLM_SECONDS": "inf"}, "KG_LLM_SECONDS"),
    ],
)
def test_what_is_wrong_in_the_environment_is_said_without_the_key(changes: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        from_environment(GOOD | changes)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("url", ["http://localhost:1234/v1", "http://127.0.0.1:1234", "http://[::1]:1234/v1"])
def test_a_key_may_go_to_this_machine_in_the_clear(url: str) -> None:
    assert from_environment(GOOD | {"KG_LLM_URL": url}).address.is_this_machine
