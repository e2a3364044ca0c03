"""JSON Lines: one report an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from multivector.errors import InputError
from multivector.model.time import is_date
from multivector.reports.decode import decode
from multivector.reports.draft import Draft
from multivector.reports.limits import Limits

ENDINGS = (".jsonl", ".ndjson")
_HINT = 'a line is an object such as {"id": "a", "text": "...", "date": "2024-03-11"}'
_FIELDS = ("id", "title", "publisher", "date", "url", "language")


def read(data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
    """Yield a draft for each line with a `text`, and an error that names the line for each that is broken.

    Optional keys are `id` (the report's name, kept as it is), `title`, `publisher`, `date` (an ISO prefix), `url`
    (kept, never fetched) and `language`; other keys are the sender's own and are left alone. A `date` beside the text
    is given from outside and holds before one that the text states. Blank lines are nothing.
    """
    lines = [(n, line) for n, line in enumerate(decode(data, where, charset).split("\n"), 1) if line.strip()]
    limits.check("records", len(lines), where)
    for number, line in lines:
        place = f"{where}, line {number}"
        try:
            yield _draft(_object(line, place), place, limits)
        except InputError as error:
            yield error


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{line[:60]!r} is no JSON object: {error}", place, _HINT) from error
    if not isinstance(record, dict):
        raise InputError(f"{line[:60]!r} is JSON, but no object", place, _HINT)
    return record


def _draft(record: dict[str, Any], place: str, limits: Limits) -> Draft:
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(f"the record's text is {text!r}", place, _HINT)
    limits.check("characters", len(text), place)
    fields = {key: _field(record, key, place) for key in _FIELDS}
    if fields["date"] and not is_date(fields["date"]):
        raise InputError(f"{fields['date']!r} is no date", place, "write 2024-03-11, 2024-03 or 2024")
    return Draft(
        text,
        name=fields["id"],
        title=fields["title"],
        publisher=fields["publisher"],
        date=fields["date"],
        date_basis="given" if fields["date"] else None,
        url=fields["url"],
        language=fields["language"],
    )


def _field(record: dict[str, Any], key: str, place: str) -> str | None:
    value = record.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise InputError(f"the record's {key} is {value!r}", place, f"{key!r} is text in quotes")
    return value or None
