"""Of an e-mail the subject and the body are read; who wrote to whom stays outside."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from kg.errors import SourceError
from kg.model import Document

Reading = Callable[[str, bytes], Document]


def mail(body: str | None = None, html: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    given = {"From": "Anna Beispiel <anna@example.org>", "To": "liste@example.org", "Subject": "Einladung", **headers}
    for name, value in given.items():
        message[name] = value
    if body is not None:
        message.set_content(body)
    if html is not None and body is None:
        message.set_content(html, subtype="html")
    elif html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_subject_and_day(reading: Reading) -> None:
    document = reading("a.eml", mail("Wir laden Sie ein.", Date="Tue, 5 Mar 2019 23:30:00 +0100", Subject="Été à Köln"))
    assert (document.title, document.published) == ("Été à Köln", "2019-03-05")
    assert document.text == "Été à Köln\n\nWir laden Sie ein.\n"


def test_no_address_enters_the_document(reading: Reading) -> None:
    body = (
        "Antwort an anna.b+x@mail.example.org oder <mailto:b@example.org>\n\n> Von: C <c@example.org>\n> Ort: Trier\n"
    )
    document = reading("a.eml", mail(body + "\n-- \nAnna Beispiel\nTel. 0123\n"))
    assert "@" not in document.text
    assert document.text == "Einladung\n\nAntwort an […] oder […]\n\nOrt: Trier\n"


def test_the_plain_body_is_preferred_and_html_is_read(reading: Reading) -> None:
    assert "plain" in reading("a.eml", mail("plain", "<p>rich</p>")).text
    document = reading(
        "a.eml", mail(html="<html lang='de'><body><h2>A</h2><table><tr><td>9h</td><td>B</td></tr></table>")
    )
    assert document.text == "Einladung\n\nA\n\n9h\tB\n"


def test_flowed_lines_are_one(reading: Reading) -> None:
    headers = b"Subject: A\nContent-Type: text/plain; format=flowed; charset=utf-8\n\n"
    data = headers + b"Die Kammer \nund der Verein\nladen ein\n"
    assert reading("a.eml", data).text == "A\n\nDie Kammer und der Verein\n\nladen ein\n"


def test_an_old_charset(reading: Reading) -> None:
    data = "Subject: A\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nGrüße\n"
    assert "Grüße" in reading("a.eml", data.encode("latin-1")).text


def test_an_attachment_is_no_body(reading: Reading) -> None:
    message = EmailMessage()
    message["Subject"] = "A"
    message.add_attachment("text in a file", filename="a.txt")
    with pytest.raises(SourceError, match="holds no text"):
        reading("a.eml", message.as_bytes())


@pytest.mark.parametrize(
    "headers",
    [
        b"Subject: =?utf-8?q?=FF?=\nDate: never\n",
        b"Subject: =?no-such?b?AAA?=\nDate: Tue, 99 Mar 2019 99:00:00 +9999\n",
        b"Content-Type: text/plain; charset=no-such\nSubject: A\n",
        b"Content-Type: text/plain; charset*=x'y'%ff\n",
    ],
)
def test_broken_headers_cost_nothing_but_themselves(reading: Reading, headers: bytes) -> None:
    assert "Trier" in reading("a.eml", headers + b"\nOrt: Trier\n").text


@pytest.mark.parametrize("header", [b"Content-Transfer-Encoding: base64\n", b"Content-Type: multipart/mixed\n"])
def test_a_body_that_its_headers_lie_about_is_refused(reading: Reading, header: bytes) -> None:
    with pytest.raises(SourceError):
        reading("a.eml", header + b"\nOrt: Trier\n")


def test_what_is_no_mail(reading: Reading) -> None:
    with pytest.raises(SourceError, match="is no e-mail"):
        reading("a.eml", b"Liebe Freunde\n")
