"""Copy our annotated reports and sentences with invented names in place of those of real persons.

    python tools/invent_names.py ../shared/gold/corpus

Reads `reports/NAME.txt`, `reports/NAME.gold.json` and `sentences/PART.jsonl` of that folder and the table
`corpus/invented_names.tsv`, writes `corpus/reports` and `corpus/sentences`, and checks what it wrote: faults are
printed, one a line, and the status is then 1.

The table has a row a person: real name, invented name, and the short forms, `real=invented`, parted by `; `. Without
short forms the last word of the name alone is one; `-` is none. Of forms that begin at the same place the longest is
taken; forms of four letters and more are also found in capitals. A row with the same name twice is something that
stays, though a person's name is a part of it (a place, a school).
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "corpus"
TABLE = CORPUS / "invented_names.tsv"
CAPITALS = 4
"""Letters that a form needs to be looked for in capitals; shorter ones are often something else (`XI`)."""

Record = dict[str, Any]


class TableError(ValueError):
    """The table contradicts itself."""


@dataclass(frozen=True, slots=True)
class Names:
    """What stands for each form of a real name; what stays stands for itself."""

    forms: dict[str, str]
    pattern: re.Pattern[str]

    def replace(self, text: str) -> str:
        """The text with invented names."""
        return self.pattern.sub(lambda found: self.forms[key(found[0])], text)

    def real(self, text: str) -> list[str]:
        """The forms of real names that stand in the text."""
        found = map(key, self.pattern.findall(text))
        return [form for form in found if self.forms[form] != form]


def key(form: str) -> str:
    """A form as the table has it: words parted by one space."""
    return " ".join(form.split())


def row_forms(real: str, invented: str, short: str) -> Iterator[tuple[str, str]]:
    """The forms of a row of the table, each with what stands for it."""
    yield real, invented
    if not short and " " in real:
        yield real.rsplit(" ", 1)[1], invented.rsplit(" ", 1)[1]
    elif short and short != "-":
        for pair in short.split("; "):
            form, _, other = pair.partition("=")
            yield form, other


def capitals(forms: dict[str, str]) -> dict[str, str]:
    """The forms in capitals, of those that do not stay."""
    chosen = {form: other for form, other in forms.items() if len(form) >= CAPITALS and form != other}
    return {form.upper(): other.upper() for form, other in chosen.items() if form.upper() not in forms}


def read_names(path: Path = TABLE) -> Names:
    """The names of the table; `TableError` if a form stands for two names or an invented name holds a real one."""
    forms: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for form, other in row_forms(row["real"], row["invented"], row["short forms"] or ""):
                if forms.setdefault(form, other) != other or not other:
                    raise TableError(f"{form}: {forms[form]!r} and {other!r}")
    forms |= capitals(forms)
    longest = sorted(forms, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)
    names = Names(forms, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for form, other in forms.items():
        if form != other and names.real(other):
            raise TableError(f"{form}: the invented name {other!r} holds a real one")
    return names


def renew(value: Any, replace: Callable[[str], str]) -> Any:
    """The value of a JSON file with all its texts replaced."""
    if isinstance(value, str):
        return replace(value)
    if isinstance(value, list):
        return [renew(item, replace) for item in value]
    if isinstance(value, dict):
        return {name: renew(item, replace) for name, item in value.items()}
    return value


def quotes(record: Record) -> Iterator[str]:
    """Anchors, words of parties, persons and office-holders, in the order of the events and claims."""
    for item in (*record["events"], *record["claims"]):
        yield item["anchor"]
        yield from item["words"].values()
        yield from item.get("people") or ()
        if item.get("kind") == "office":
            yield item["value"]


def sizes(record: Record) -> list[int]:
    """How many events, claims and citations a record has."""
    items = (*record["events"], *record["claims"])
    listed = len(record.get("citations") or ())
    return [len(record["events"]), len(record["claims"]), listed, sum(len(item["citations"]) for item in items)]


def faults(before: tuple[str, Record], after: tuple[str, Record], names: Names) -> Iterator[str]:
    """What the copy of a text and its annotation lost, and the real names that it holds still."""
    if sizes(before[1]) != sizes(after[1]):
        yield f"events, claims, listed and told citations: {sizes(after[1])} instead of {sizes(before[1])}"
    for old, new in zip(quotes(before[1]), quotes(after[1]), strict=False):
        if old in before[0] and new not in after[0]:
            yield f"{new!r} is not in the text, where {old!r} was"
    for form in sorted({*names.real(after[0]), *names.real(json.dumps(after[1], ensure_ascii=False))}):
        yield f"{form!r} is a real name"


def copy_report(path: Path, target: Path, names: Names) -> Iterator[str]:
    """Copy a report and its annotation; yield the faults."""
    gold = path.with_suffix(".gold.json")
    text, record = path.read_text(encoding="utf-8"), json.loads(gold.read_text(encoding="utf-8"))
    after = names.replace(text), renew(record, names.replace)
    (target / path.name).write_text(after[0], encoding="utf-8")
    (target / gold.name).write_text(json.dumps(after[1], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for fault in faults((text, record), after, names):
        yield f"{path.stem}: {fault}"


def copy_sentences(path: Path, target: Path, names: Names) -> Iterator[str]:
    """Copy a part of the sentences; yield the faults."""
    before = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    after = [renew(record, names.replace) for record in before]
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in after]
    (target / path.name).write_text("".join(lines), encoding="utf-8")
    for old, new in zip(before, after, strict=True):
        for fault in faults((old["text"], old), (new["text"], new), names):
            yield f"{old['id']}: {fault}"


def main() -> int:
    """Write the copies and print each fault on a line; return 1 if there is any, else 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="folder with reports and sentences")
    source = parser.parse_args().source
    names = read_names()
    found: list[str] = []
    for part, pattern, copy in (("reports", "*.txt", copy_report), ("sentences", "*.jsonl", copy_sentences)):
        target = CORPUS / part
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted((source / part).glob(pattern)):
            found += copy(path, target, names)
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    sys.stdout.write(f"{len(found)} faults\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
