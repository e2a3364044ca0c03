"""Check gold annotations (check_gold.py TEXTS GOLD): form, codes, dates, and that each anchor stands in its text."""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from multivector.model.codes import MODES, STATUSES


def words(line: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(line.split())


SECTORS = words(
    "energy raw-materials nuclear transport trade investment finance industry agriculture technology space defence"
    " security health education culture tourism environment water migration humanitarian law politics"
)
KINDS = frozenset({"rank", "share", "amount", "growth", "membership", "precedence", "assessment", "office"})
MEASURES = words(
    "trade exports imports investment investment-stock aid transit energy-supply agreements projects companies visits"
    " meetings members tourism debt other intensity breadth dependence influence balance alignment"
)
UNITS = frozenset({"rank", "percent", "percentage-points", "year", "tonnes", "barrels/day", "MW", "people", "items"})
EVENT = words("type mode status actors recipients people date place count value unit sectors citations anchor")
CLAIM = words("kind subject object measure value unit period scope citations anchor")
PARTY = re.compile(r"[A-Z][A-Z0-9]{1,11}")
STATE = re.compile(r"[A-Z]{3}")
CURRENCY = re.compile(r"[A-Z]{3}")
PERIOD = re.compile(r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")

Record = dict[str, object]
Gold = dict[str, Any]


def is_date(value: object) -> bool:
    """Whether the value is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and exists in the calendar."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def read_texts(folder: Path) -> dict[str, str]:
    """Text of each report by name: a .txt or .md file, or a record of a .jsonl file, named by its id."""
    texts = {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.suffix in {".txt", ".md"}
    }
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            texts[record["id"]] = record["text"]
    return texts


def strings(value: object, allowed: Callable[[str], object] = bool) -> bool:
    """Whether the value is a list of strings that are all allowed, none of them twice."""
    if not isinstance(value, list):
        return False
    return all(isinstance(item, str) and allowed(item) for item in value) and len(set(value)) == len(value)


def number(value: object) -> bool:
    """Whether the value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def event_faults(event: Record) -> Iterator[str]:
    """What is wrong with the codes of an event."""
    kind = str(event["type"])
    if kind not in MODES:
        yield f"type {kind!r}"
    elif event["mode"] is not None and event["mode"] not in MODES[kind]:
        yield f"mode {event['mode']!r} of {kind}"
    if event["status"] not in STATUSES:
        yield f"status {event['status']!r}"
    for side in ("actors", "recipients"):
        if not strings(event[side], PARTY.fullmatch):
            yield f"{side} {event[side]!r}"
    if not event["actors"] and not event["recipients"]:
        yield "no party"
    if event["date"] is not None and not is_date(event["date"]):
        yield f"date {event['date']!r}"
    if event["place"] is not None and not STATE.fullmatch(str(event["place"])):
        yield f"place {event['place']!r}"
    yield from amount_faults(event)


def amount_faults(event: Record) -> Iterator[str]:
    """What is wrong with an event's count, sum, sectors and people."""
    if event["count"] is not None and not isinstance(event["count"], int):
        yield f"count {event['count']!r}"
    if (event["value"] is None) != (event["unit"] is None):
        yield "value without unit or unit without value"
    if event["value"] is not None and not number(event["value"]):
        yield f"value {event['value']!r}"
    if event["unit"] is not None and not CURRENCY.fullmatch(str(event["unit"])):
        yield f"unit {event['unit']!r}"
    if not strings(event["sectors"], SECTORS.__contains__):
        yield f"sectors {event['sectors']!r}"
    if not strings(event["people"]):
        yield f"people {event['people']!r}"


def claim_faults(claim: Record) -> Iterator[str]:
    """What is wrong with the codes of a claim."""
    if claim["kind"] not in KINDS:
        yield f"kind {claim['kind']!r}"
    if claim["kind"] != "office" and claim["measure"] not in MEASURES:
        yield f"measure {claim['measure']!r}"
    if not PARTY.fullmatch(str(claim["subject"])):
        yield f"subject {claim['subject']!r}"
    if claim["object"] is not None and not PARTY.fullmatch(str(claim["object"])):
        yield f"object {claim['object']!r}"
    if claim["kind"] in {"rank", "share", "amount", "growth", "precedence"} and not number(claim["value"]):
        yield f"value {claim['value']!r}"
    unit = claim["unit"]
    if unit is not None and unit not in UNITS and not CURRENCY.fullmatch(str(unit)):
        yield f"unit {unit!r}"
    if claim["period"] is not None and not PERIOD.fullmatch(str(claim["period"])):
        yield f"period {claim['period']!r}"


def item_faults(
    where: str, item: Record, keys: frozenset[str], text: str, codes: Callable[[Record], Iterator[str]]
) -> Iterator[str]:
    """What is wrong with one event or claim: its keys, its codes, its anchor."""
    if set(item) != keys:
        yield f"{where}: keys {sorted(set(item) ^ keys)} missing or unknown"
        return
    for fault in codes(item):
        yield f"{where}: {fault}"
    if not strings(item["citations"]):
        yield f"{where}: citations {item['citations']!r}"
    if not item["anchor"] or str(item["anchor"]) not in text:
        yield f"{where}: anchor {item['anchor']!r} is not in the text"


def citation_faults(gold: Gold) -> Iterator[str]:
    """Citations of events and claims that the list of the report's citations lacks, and bad or repeated ones."""
    listed = [(entry["outlet"], entry["date"]) for entry in gold["citations"]]
    if len(set(listed)) != len(listed):
        yield "citations: one stands twice"
    for outlet, told in listed:
        if told is not None and not is_date(told):
            yield f"citations: date {told!r} of {outlet!r}"
    known = {outlet for outlet, _ in listed}
    for item in (*gold["events"], *gold["claims"]):
        cited = item["citations"]
        for outlet in cited if isinstance(cited, list) else ():
            if outlet not in known:
                yield f"citations: {outlet!r} is not listed"


def gold_faults(gold: Gold, text: str) -> Iterator[str]:
    """All that is wrong with the annotation of one report."""
    report = gold["report"]
    if not is_date(report.get("date")) or not isinstance(report.get("date_stated"), bool):
        yield f"report: date {report.get('date')!r}, date_stated {report.get('date_stated')!r}"
    for position, event in enumerate(gold["events"]):
        yield from item_faults(f"event {position}", event, EVENT, text, event_faults)
    for position, claim in enumerate(gold["claims"]):
        yield from item_faults(f"claim {position}", claim, CLAIM, text, claim_faults)
    yield from citation_faults(gold)


def main() -> int:
    """Print each fault on a line; return 1 if there is any, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="folder of .txt, .md and .jsonl reports")
    parser.add_argument("gold", type=Path, help="folder of NAME.gold.json")
    folders = parser.parse_args()
    texts = read_texts(folders.texts)
    golds = {path.name.removesuffix(".gold.json"): path for path in sorted(folders.gold.glob("*.gold.json"))}
    faults = [f"{name}: no annotation" for name in sorted(set(texts) - set(golds))]
    faults += [f"{name}: no text" for name in sorted(set(golds) - set(texts))]
    for name in sorted(set(texts) & set(golds)):
        gold = json.loads(golds[name].read_text(encoding="utf-8"))
        faults += [f"{name}: {fault}" for fault in gold_faults(gold, texts[name])]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    sys.stdout.write(f"{len(golds)} annotations, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
