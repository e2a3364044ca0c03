"""E-mail (RFC 5322)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from typing import cast

from multivector.errors import InputError
from multivector.reports.decode import decode
from multivector.reports.draft import Draft, LeftOutError
from multivector.reports.limits import Limits

ENDINGS = (".eml",)


def read(data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
    """Yield the letter: its subject as title and first line, its date, its text (its HTML where it has no text).

    The sender is no publisher. Attachments are documents of their own: they are named and skipped.
    """
    del charset
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise InputError("the letter has no text", where, "is it a message with headers and a body?")
    draft = _body(body, where, limits)
    subject = " ".join(str(message.get("Subject", "")).split()) or None
    yield Draft(
        f"{subject}\n\n{draft.text}" if subject else draft.text,
        title=subject or draft.title,
        date=_date(message),
        date_basis="text" if _date(message) else None,
        layout=draft.layout,
    )
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if names:
        yield LeftOutError(
            f"attachments are not read: {', '.join(map(repr, names))}", where, "save them beside the letter"
        )


def _body(part: MIMEPart, where: str, limits: Limits) -> Draft:
    text = decode(cast("bytes", part.get_payload(decode=True)) or b"", where, part.get_content_charset())
    limits.check("characters", len(text), where)
    if part.get_content_subtype() == "html":
        from multivector.reports.page import read_page

        return read_page(text, where, limits, whole=True)
    return Draft(text)


def _date(message: EmailMessage) -> str | None:
    moment = getattr(message.get("Date"), "datetime", None)
    return moment.date().isoformat() if moment else None
