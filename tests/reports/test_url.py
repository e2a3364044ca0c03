"""Addresses: fetched only from the public web, within limits. Only a server of the test itself is ever asked."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from multivector.errors import InputError
from multivector.reports import Limits, Unread, open_reports
from multivector.reports.sources import url

PAGE = "<html><body><article><h1>Accord</h1><p>Türkiye and Japan signed a water accord.</p></article></body></html>"
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/news/accord.html": (200, {"Content-Type": "text/html; charset=iso-8859-9"}, PAGE.encode("iso-8859-9")),
    "/plain": (200, {"Content-Type": "text/plain"}, b"Kenya praised Ghana."),
    "/file.txt": (200, {"Content-Type": "application/octet-stream"}, b"Kenya praised Ghana."),
    "/gone": (404, {}, b"no"),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/moved": (302, {"Location": "/plain"}, b"x" * 100),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/metadata": (302, {"Location": "http://169.254.169.254/latest/"}, b""),
    "/local-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/bomb": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(b"a" * 5_000_000)),
}


class Handler(BaseHTTPRequestHandler):
    """Answers from the table and keeps count."""

    asked: list[str]

    def do_GET(self) -> None:
        """Answer one request."""
        self.asked.append(self.path)
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and the paths that it was asked for."""
    asked: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"asked": asked})) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()
        thread.join()


def test_a_server_of_the_own_network_is_never_asked(server: tuple[str, list[str]]) -> None:
    """In whatever spelling it is named."""
    address, asked = server
    port = address.rpartition(":")[2]
    for host in (
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "127.1",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",  # noqa: S104 - asked for, not listened on
    ):
        [unread] = open_reports([f"http://{host}:{port}/plain"])
        assert isinstance(unread, Unread), host
        assert host in unread.error.what
    assert asked == []


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "[fd00::1]", "[fe80::1]"]
)
def test_inward_addresses_are_refused(host: str) -> None:
    """By name, without a connection."""
    with pytest.raises(InputError, match="inside the own network"):
        url.fetch(f"http://{host}/", Limits(seconds=5))


def test_a_name_that_resolves_inward_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is the address that is connected to."""
    answer = [(2, 1, 6, "", ("10.1.2.3", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: answer)
    with pytest.raises(InputError, match=r"'http://news.example/' leads to 10.1.2.3"):
        url.fetch("http://news.example/", Limits(seconds=5))


@pytest.mark.parametrize(
    "address", ["ftp://x.example/a.txt", "file:///etc/hostname", "javascript://x", "http://", "http://[x/"]
)
def test_other_schemes_and_broken_addresses_are_refused(address: str) -> None:
    """Unread, with the address named."""
    [unread] = open_reports([address])
    assert isinstance(unread, Unread)
    assert address in unread.error.what


def test_what_a_server_answers_is_read(server: tuple[str, list[str]]) -> None:
    """The type that it declares tells the format, else the address does; redirects are followed."""
    address, _ = server
    loaded = [
        url.fetch(address + path, Limits(), allow_loopback=True)
        for path in ("/news/accord.html", "/plain", "/file.txt", "/moved")
    ]
    assert [(one.ending, one.charset) for one in loaded] == [
        (".html", "iso-8859-9"),
        (".txt", None),
        (".txt", None),
        (".txt", None),
    ]
    assert loaded[0].data == PAGE.encode("iso-8859-9")
    assert loaded[3].data == b"Kenya praised Ghana."


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answers 404"),
        ("/loop", "redirects more than 5 times"),
        ("/metadata", "leads to 169.254.169.254"),
        ("/local-file", "file:///etc/hostname"),
        ("/bomb", "bytes are more than the limit of 1,000,000"),
    ],
)
def test_answers_that_are_refused(server: tuple[str, list[str]], path: str, reason: str) -> None:
    """Redirects inward or to other schemes, errors, and what unfolds to more than the limit."""
    with pytest.raises(InputError, match=reason):
        url.fetch(server[0] + path, Limits(bytes=1_000_000), allow_loopback=True)


def test_a_report_from_the_web_keeps_its_address(
    server: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name is the last part of the address; an answer of unknown type is named."""
    fetch = url.fetch
    monkeypatch.setattr(url, "fetch", lambda address, limits: fetch(address, limits, allow_loopback=True))
    report, unread = open_reports([f"{server[0]}/news/accord.html", f"{server[0]}/image"])
    assert not isinstance(report, Unread)
    assert (report.name, report.url, report.path, report.format) == (
        "accord",
        f"{server[0]}/news/accord.html",
        None,
        "html",
    )
    assert "Türkiye and Japan signed" in report.text
    assert isinstance(unread, Unread)
