"""Fetching is polite and goes to public addresses only, whatever a server tries."""

import gzip
import ipaddress
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from kg import __version__
from kg.errors import InputError, SourceError
from kg.source import read
from kg.source.fetch.address import is_public
from kg.source.fetch.keeping import keep
from kg.source.fetch.url import page_id
from kg.source.fetch.web import Limits, Web

PAGE = "<html lang='fr'><body><h1>Débat</h1><p>Le débat a lieu à Metz.</p></body></html>"


def test_a_page_is_fetched_and_kept(site: Any, web: Web, folder: Path) -> None:
    url = site.put("/agenda/debat?id=7", PAGE.encode("latin-1"), "text/html; charset=ISO-8859-1")
    kept = keep(f"{url}#top", web, folder, day="2026-11-24")
    document = read(kept.path, name=page_id(url), url=kept.url)
    assert kept.path.read_bytes() == PAGE.encode("latin-1")
    assert kept.path.suffix == ".html"
    assert len(kept.path.stem) == 64
    assert (document.source, document.retrieved) == (url, "2026-11-24")
    assert document.text.startswith("Débat\n")
    assert document.id.startswith("127-0-0-1-agenda-debat-id-7")


def test_it_says_who_it_is_and_keeps_nothing_of_the_site(site: Any, web: Web) -> None:
    site.put("/a", b"x", Set_Cookie="id=1")
    web.get(f"{site.base}/a")
    web.get(f"{site.base}/a")
    path, headers = site.asked[-1]
    assert path == "/a"
    assert headers["User-Agent"].startswith(f"kg/{__version__}")
    assert headers["Host"] == site.base.removeprefix("http://")
    assert "Cookie" not in headers
    assert site.paths == ["/robots.txt", "/a", "/a"]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
    ],
)
def test_these_addresses_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9"])
def test_these_are(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"])
def test_nothing_of_this_machine_is_fetched(site: Any, host: str) -> None:
    port = site.base.rpartition(":")[2]
    with pytest.raises(SourceError, match=r"no public address|cannot be fetched"):
        Web(limits=Limits(pause=0.0)).get(f"http://{host}:{port}/")
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: Any, web: Web) -> None:
    site.lead("/a", "http://127.0.0.2:1/secret")
    with pytest.raises(SourceError, match=r"127\.0\.0\.2 is no public address"):
        web.get(f"{site.base}/a")


def test_the_address_that_is_connected_to_is_checked(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when it is looked up and private when it is connected to."""
    port = int(site.base.rpartition(":")[2])

    def elsewhere(_address: tuple[str, int], timeout: float | None = None) -> socket.socket:
        connection = socket.socket()
        connection.settimeout(timeout)
        connection.connect(("127.0.0.1", port))
        return connection

    monkeypatch.setattr(socket, "create_connection", elsewhere)
    with pytest.raises(SourceError, match=r"127\.0\.0\.1 is no public address"):
        Web(limits=Limits(pause=0.0)).get("http://9.9.9.9/")
    assert site.asked == []


def test_redirects_are_followed_five_times(site: Any, web: Web) -> None:
    for number in range(6):
        site.lead(f"/{number}", f"/{number + 1}")
    site.put("/5", b"x")
    assert str(web.get(f"{site.base}/0").address) == f"{site.base}/5"
    site.lead("/5", "/6")
    site.put("/6", b"x")
    with pytest.raises(SourceError, match="more than 5 times"):
        web.get(f"{site.base}/0")


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://example.org/a", "http://[::1", "http://a:b@example.org/"])
def test_a_redirect_to_something_else_is_refused(site: Any, web: Web, to: str) -> None:
    site.lead("/a", to)
    with pytest.raises(InputError):
        web.get(f"{site.base}/a")


def test_robots_are_honoured_also_behind_a_redirect(site: Any, web: Web) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private\n", "text/plain")
    site.put("/private/a", b"x")
    site.lead("/a", "/private/a")
    for path in ("/private/a", "/a"):
        with pytest.raises(SourceError, match="asks programs not to read"):
            web.get(site.base + path)
    assert "/private/a" not in site.paths


def test_robots_that_cannot_be_had_allow_nothing(site: Any, web: Web) -> None:
    site.put("/robots.txt", b"", status=503)
    site.put("/a", b"x")
    with pytest.raises(SourceError, match="asks programs not to read"):
        web.get(f"{site.base}/a")


@pytest.mark.parametrize("length", ["200000", None])
def test_a_large_page_is_refused(site: Any, web: Web, length: str | None) -> None:
    headers = {} if length is None else {"Content-Length": length}
    site.put("/a", b"x" * 200_000, **headers)
    with pytest.raises(SourceError, match="more than 100000 bytes"):
        web.get(f"{site.base}/a")


def test_a_packed_page_is_unpacked_within_the_bound(site: Any, web: Web) -> None:
    site.put("/a", gzip.compress(b"page"), Content_Encoding="gzip")
    assert web.get(f"{site.base}/a").answer.data == b"page"
    site.put("/b", gzip.compress(bytes(10_000_000)), Content_Encoding="gzip")
    with pytest.raises(SourceError, match="more than 100000 bytes"):
        web.get(f"{site.base}/b")


@pytest.mark.parametrize("head", [True, False])
def test_a_server_that_drips_is_left_at_the_deadline(site: Any, web: Web, head: bool) -> None:
    site.drip("/a", head=head)
    web.limits = Limits(pause=0.0, seconds=0.5)
    start = time.monotonic()
    with pytest.raises(SourceError, match=r"not there within 0\.5 seconds"):
        web.get(f"{site.base}/a")
    assert time.monotonic() - start < 3


def test_a_page_that_breaks_off_is_refused(site: Any, web: Web) -> None:
    site.put("/a", b"x", Content_Length="50")
    with pytest.raises(SourceError, match="cannot be fetched"):
        web.get(f"{site.base}/a")


def test_a_page_that_is_not_there(site: Any, web: Web) -> None:
    with pytest.raises(SourceError, match="answered 404"):
        web.get(f"{site.base}/none")


def test_a_picture_is_refused(site: Any, web: Web, folder: Path) -> None:
    site.put("/a.png", b"\x89PNG", "image/png")
    with pytest.raises(SourceError, match="is image/png, which kg does not read"):
        keep(f"{site.base}/a.png", web, folder, day="2026-11-24")
    assert not folder.exists()


def test_there_is_a_pause_between_two_pages_of_a_host(site: Any, web: Web) -> None:
    pauses: list[float] = []
    web.sleep, web.limits = pauses.append, Limits(pause=1.0)
    site.put("/robots.txt", b"User-agent: kg\nCrawl-delay: 7\nDisallow:\n", "text/plain")
    site.put("/a", b"x")
    web.get(f"{site.base}/a")
    web.get(f"{site.base}/a")
    assert [round(pause) for pause in pauses] == [7, 7]


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "https://", "https://a:b@example.org/", "http://[::1", "http://a:99999/"]
)
def test_what_is_no_address(web: Web, url: str) -> None:
    with pytest.raises(InputError):
        web.get(url)


def test_ids_of_addresses_differ() -> None:
    long = "https://example.org/" + "-".join(["evenement"] * 20)
    ids = [page_id(url) for url in ("https://example.org/a/b", f"{long}-1", f"{long}-2")]
    assert ids[0] == "example-org-a-b"
    assert len(set(ids)) == 3
    assert max(map(len, ids)) <= 60
