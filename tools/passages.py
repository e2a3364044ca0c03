"""Read and check annotated passages (passages.py FILE... [--json]), those of `corpus/passages`.

The form is that of `corpus/README.md`. Without `--json` the faults are printed, one a line, and a count of each file;
with it the passages as JSON Lines, in the form of the annotated sentences (`id`, `text`, `date`, `events`, `claims`).
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from check_gold import claim_faults, event_faults, is_date

Record = dict[str, Any]
EVENT_FIELDS, CLAIM_FIELDS = (7, 8), (8, 8)


class FormError(ValueError):
    """A line is not of the form."""


@dataclass(slots=True)
class Passage:
    """A passage: the line of its head, the report's date, its text and its annotations with the line of each."""

    id: str
    line: int
    date: str
    text: str = ""
    events: list[tuple[int, Record]] = field(default_factory=list)
    claims: list[tuple[int, Record]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def record(self) -> Record:
        """The passage as a record of JSON Lines."""
        events, claims = [event for _, event in self.events], [claim for _, claim in self.claims]
        return {"id": self.id, "text": self.text, "date": self.date, "events": events, "claims": claims}


def none(cell: str) -> str | None:
    """The content of a cell; `-` is none."""
    return None if cell in ("-", "") else cell


def read(path: Path) -> list[Passage]:
    """The passages of a file, lines that are not of the form among their faults."""
    found: list[Passage] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            found.append(Passage(f"{path.stem}-{len(found) + 1:04d}", number, line[3:].strip()))
        elif line.strip() and not found:
            raise FormError(f"{path}:{number}: text before the first ## DATE")
        elif line.strip():
            try:
                take(found[-1], number, line)
            except ValueError as error:
                found[-1].faults.append(f"{path.name}:{number}: {error}")
    return found


def take(passage: Passage, number: int, line: str) -> None:
    """Add a line to a passage."""
    if line.startswith("+ "):
        passage.events.append((number, event_of(cells(line, EVENT_FIELDS))))
    elif line.startswith("? "):
        passage.claims.append((number, claim_of(cells(line, CLAIM_FIELDS))))
    elif passage.text:
        raise FormError("a second line of text (a passage is one line, ` ¶ ` parts paragraphs)")
    else:
        passage.text = line.strip()


def cells(line: str, count: tuple[int, int]) -> list[str]:
    """The fields of a line of annotation."""
    found = [cell.strip() for cell in line[2:].split(" | ")]
    if not count[0] <= len(found) <= count[1]:
        raise FormError(f"{len(found)} fields instead of {count[0]} to {count[1]}")
    return found


def sides(cell: str) -> tuple[dict[str, str], dict[str, str]]:
    """Both sides of `KEN=Nairobi; UGA=Kampala > TZA=Dodoma`: party → the words that stand for it."""
    left, arrow, right = f" {cell} ".partition(" > ")
    if not arrow:
        raise FormError(f"no ` > ` between the sides: {cell!r}")
    return side(left), side(right)


def side(cell: str) -> dict[str, str]:
    """One side."""
    pairs = [part.partition("=") for part in cell.split(";") if none(part.strip())]
    if any(not equals for _, equals, _ in pairs):
        raise FormError(f"a party without its words: {cell!r}")
    return {code.strip(): words.strip() for code, _, words in pairs}


def event_of(row: list[str]) -> Record:
    """The event of a line's fields."""
    type_, mode, status = row[0].split()
    actors, recipients = sides(row[1])
    event: Record = {
        "type": type_, "mode": none(mode), "status": status, "actors": list(actors), "recipients": list(recipients),
        "people": [], "date": none(row[2]), "place": none(row[3]), "count": None, "value": None, "unit": None,
        "sectors": [name.strip() for name in row[4].split(",") if none(name.strip())], "citations": [],
        "anchor": row[5], "trigger": row[6], "words": recipients | actors,
    }  # fmt: skip
    for extra in re.split(r";\s*(?=\w+=)", row[7]) if len(row) > 7 and none(row[7]) else ():
        event |= more(*extra.split("=", 1))
    return event


def more(name: str, told: str) -> Record:
    """A further attribute: `people=A, B`, `count=3`, `value=2.5e9 USD`, `cite=Daily Nation`."""
    if name == "people":
        return {"people": [person.strip() for person in re.split("[,;]", told) if person.strip()]}
    if name == "count":
        return {"count": int(told)}
    if name == "value":
        value, unit = told.split()
        return {"value": float(value), "unit": unit}
    if name == "cite":
        return {"citations": [outlet.strip() for outlet in told.split(",")]}
    raise FormError(f"unknown attribute {name!r}")


def claim_of(row: list[str]) -> Record:
    """The claim of a line's fields."""
    subject, object_ = sides(row[1] if " > " in f" {row[1]} " else f"{row[1]} > -")
    told = none(row[3])
    value: object = told
    if told in ("true", "false"):
        value = told == "true"
    elif told is not None and re.fullmatch(r"-?\d+(\.\d+)?(e\d+)?", told):
        value = float(told)
    return {
        "kind": row[0], "subject": next(iter(subject), None), "object": next(iter(object_), None),
        "measure": none(row[2]), "value": value, "unit": none(row[4]), "period": none(row[5]),
        "scope": none(row[6]), "citations": [], "anchor": row[7], "words": object_ | subject,
    }  # fmt: skip


def faults(passages: Iterable[Passage], name: str) -> Iterator[str]:
    """What is wrong with passages: form, codes, dates, and quotes that do not stand in the text."""
    for passage in passages:
        yield from passage.faults
        if not passage.text or not is_date(passage.date):
            yield f"{name}:{passage.line}: no text, or date {passage.date!r}"
        for number, event in passage.events:
            for fault in (*event_faults(event), *quote_faults(event, passage.text)):
                yield f"{name}:{number}: {fault}"
            if event["trigger"] not in event["anchor"] or " " in event["trigger"]:
                yield f"{name}:{number}: trigger {event['trigger']!r} is no word of the anchor"
            if set(event["actors"]) & set(event["recipients"]):
                yield f"{name}:{number}: a party on both sides"
        for number, claim in passage.claims:
            for fault in (*claim_faults(claim), *quote_faults(claim, passage.text)):
                yield f"{name}:{number}: {fault}"


def quote_faults(item: Record, text: str) -> Iterator[str]:
    """Quotes of an annotation that do not stand in the text."""
    for quote in (item["anchor"], *item["words"].values(), *item.get("people", ())):
        if not quote or quote not in text:
            yield f"{quote!r} is not in the text"


def main() -> int:
    """Print faults and counts, or the passages; return 1 if there are faults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true", help="print the passages as JSON Lines")
    options = parser.parse_args()
    wrong = 0
    for path in options.files:
        passages = read(path)
        for fault in faults(passages, path.name):
            wrong += 1
            print(fault, file=sys.stderr)  # noqa: T201
        if options.json:
            for passage in passages:
                print(json.dumps(passage.record(), ensure_ascii=False))  # noqa: T201
        else:
            events, empty = sum(len(p.events) for p in passages), sum(not p.events for p in passages)
            print(f"{path.name}: {len(passages)} passages, {empty} without event, {events} events")  # noqa: T201
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
