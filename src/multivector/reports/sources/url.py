"""Pages of the web, fetched only when the user names their address. The one file of this part that uses the network."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from multivector.errors import InputError
from multivector.reports.limits import Limits
from multivector.reports.sources.loaded import Loaded, Source

if TYPE_CHECKING:
    from requests import Response

_TYPES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "message/rfc822": ".eml",
}
_REDIRECTS: Final = 5
_CHUNK: Final = 65_536


def is_address(source: str) -> bool:
    """Whether a source is written as an address and not as a path."""
    return "://" in source


def page(address: str, limits: Limits) -> Source:
    """Return an address as a source; its name is the last part of its path, or its host."""
    path, _, host = address.split("://", 1)[1].partition("?")[0].partition("/")[::-1]
    name = PurePosixPath(unquote(path)).stem or host or address
    return Source(address, name, None, lambda: fetch(address, limits), url=address)


def fetch(address: str, limits: Limits, *, allow_loopback: bool = False) -> Loaded:
    """Return what a server answers.

    The address of each host is resolved once, checked and then connected to, so that neither a redirect nor a name that
    resolves inward, in whatever spelling, reaches a machine of the own network. Proxies and credentials of the
    environment are not used.

    Args:
        address: An http or https address.
        limits: `bytes` of the unpacked answer, `seconds` for all of it.
        allow_loopback: For tests with a server of their own.

    Raises:
        InputError: Another scheme, an inward address, an answer other than 200, or one over a limit.
    """
    from requests import RequestException
    from requests_hardened.ip_filter import InvalidIPAddress  # type: ignore[import-untyped]

    deadline = time.monotonic() + limits.seconds
    try:
        for response in _answers(address, limits, allow_loopback=allow_loopback):
            if not response.is_redirect:
                return Loaded(_body(response, address, limits, deadline), *_kind(response, address))
    except InvalidIPAddress as error:
        msg = f"{address!r} leads to {error}, an address inside the own network"
        raise InputError(
            msg, hint="only pages of the public web are fetched; save the page and name the file"
        ) from error
    except (RequestException, UnicodeError, ValueError) as error:
        raise InputError(f"{address!r} can't be fetched: {error}", hint="save the page and name the file") from error
    raise InputError(f"{address!r} redirects more than {_REDIRECTS} times", hint="save the page and name the file")


def _answers(address: str, limits: Limits, *, allow_loopback: bool) -> Iterator[Response]:
    """Yield the answer of an address and of each that it redirects to."""
    from requests_hardened import Config, HTTPSession  # type: ignore[import-untyped]

    config = Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=allow_loopback,
        never_redirect=True,
        default_timeout=(limits.seconds, limits.seconds),
        user_agent_override="multivector",
    )
    current = address
    with HTTPSession(config) as session:
        session.trust_env = False
        for _ in range(_REDIRECTS + 1):
            if urlsplit(current).scheme.casefold() not in ("http", "https"):
                msg = f"{current!r} is no address that is fetched"
                raise InputError(msg, address if current != address else "", "only http and https are")
            with session.request("GET", current, stream=True, allow_redirects=False) as response:
                yield response
                current = urljoin(current, response.headers.get("Location", ""))


def _body(response: Response, address: str, limits: Limits, deadline: float) -> bytes:
    if response.status_code != 200:
        msg = f"{address!r} answers {response.status_code} {response.reason}"
        raise InputError(msg, hint="is the address right, and open to everybody?")
    data = bytearray()
    for chunk in response.iter_content(_CHUNK):
        data += chunk
        limits.check("bytes", len(data), address)
        if time.monotonic() > deadline:
            raise InputError(
                f"{address!r} takes longer than {limits.seconds:g} seconds", hint="save the page and name the file"
            )
    return bytes(data)


def _kind(response: Response, address: str) -> tuple[str | None, str]:
    """Return the charset and the ending for what the answer says it is; the address tells where it does not."""
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type", "application/octet-stream")
    ending = _TYPES.get(header.get_content_type()) or PurePosixPath(urlsplit(address).path).suffix.lower()
    return header.get_content_charset(), ending
