"""Records as JSON and back: the forms of `read --json` and `events --json`, told in the design.

Numbers are JSON numbers: whole ones as integers of any size, others as floats (15 significant digits survive).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec

from multivector.errors import InputError
from multivector.model import Citation, Claim, Coding, Event, Report, StoredTelling, Telling, ToldValue

FORMAT = 1
"""Version of the record's form, its first field."""

Record = dict[str, Any]


def coding_record(coding: Coding, *, why: bool = True) -> Record:
    """Return one line of `read --json`.

    Args:
        coding: What the coder made of a report.
        why: Whether each event tells which rule gave which attribute.
    """
    return {
        "format": FORMAT,
        "coder": coding.coder,
        "report": report_record(coding.report),
        "events": [telling_record(event, why=why) for event in coding.events],
        "claims": [claim_record(claim) for claim in coding.claims],
        "citations": [citation_record(citation) for citation in coding.citations],
    }


def report_record(report: Report) -> Record:
    """Return a report as JSON types, with `date_stated` and its text last."""
    record = _builtins(report)
    text = record.pop("text")
    return {**record, "date_stated": report.date_stated, "text": text}


def telling_record(telling: Telling, *, why: bool = True) -> Record:
    """Return a telling as JSON types."""
    record = _builtins(telling)
    record["value"] = number(telling.value)
    return record if why else {key: value for key, value in record.items() if key != "why"}


def claim_record(claim: Claim) -> Record:
    """Return a claim as JSON types."""
    record = {name: getattr(claim, name) for name in Claim.__dataclass_fields__}
    value = number(claim.value) if isinstance(claim.value, Decimal) else claim.value
    lists = {name: list(record[name]) for name in ("citations", "cites", "span")}
    return {**record, **lists, "value": value}


def citation_record(citation: Citation) -> Record:
    """Return a citation as JSON types."""
    return _builtins(citation)


def event_record(event: Event) -> Record:
    """Return one line of `events --json`: the event, its tellings, and all sums told.

    `values` holds the distinct sums in the event's unit; `told_values` each sum with its unit and report.
    """
    names = ("id", "type", "mode", "status", "actors", "recipients", "people", "date", "place", "count")
    record = {name: _plain(getattr(event, name)) for name in names}
    record |= {"value": number(event.value), "unit": event.unit, "sectors": list(event.sectors)}
    record |= {"confidence": event.confidence, "tellings": [stored_record(telling) for telling in event.tellings]}
    sums = {told.value for told in event.told_values if told.unit == event.unit}
    record["values"] = [number(value) for value in sorted(sums)]
    record["told_values"] = [told_value_record(told) for told in event.told_values]
    return record


def stored_record(stored: StoredTelling) -> Record:
    """Return a telling of an event: where it stands (`report` is its name), then what it tells."""
    told = telling_record(stored.telling, why=False)
    head = {"id": stored.id, "report": stored.report, "publisher": stored.publisher, "report_date": stored.report_date}
    return {**head, "date": told.pop("date"), "anchor": told.pop("anchor"), "span": told["spans"][0], **told}


def told_value_record(told: ToldValue) -> Record:
    """Return a told sum as JSON types."""
    return {"value": number(told.value), "unit": told.unit, "report": told.report}


def number(value: Decimal | None) -> int | float | None:
    """Return a decimal as a JSON number: an integer where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def coding_of(record: Mapping[str, Any]) -> Coding:
    """Return the coding that `coding_record` wrote.

    Raises:
        InputError: The record lacks a field or holds a value of another kind; the message names it.
    """
    try:
        return Coding(
            report=msgspec.convert({k: v for k, v in record["report"].items() if k != "date_stated"}, Report),
            events=tuple(telling_of(event) for event in record["events"]),
            claims=tuple(claim_of(claim) for claim in record["claims"]),
            citations=msgspec.convert(record["citations"], tuple[Citation, ...]),
            coder=record["coder"],
        )
    except (msgspec.ValidationError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"no record of a coding: {error}", "", "a line of `multivector read --json` is one") from error


def telling_of(record: Mapping[str, Any]) -> Telling:
    """Return the telling that `telling_record` wrote (msgspec.ValidationError where it is none)."""
    value = record.get("value")
    plain = {**record, "value": None if value is None else Decimal(str(value))}
    return msgspec.convert(plain, Telling)


def claim_of(record: Mapping[str, Any]) -> Claim:
    """Return the claim that `claim_record` wrote."""
    value = record["value"]
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = Decimal(str(value))
    lists = {name: tuple(record[name]) for name in ("citations", "cites", "span")}
    return Claim(**{**record, **lists, "value": value})


def _builtins(value: object) -> Record:
    built: Record = msgspec.to_builtins(value)
    return {key: _plain(part) for key, part in built.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return value
