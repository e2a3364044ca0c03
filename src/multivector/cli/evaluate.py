"""`multivector evaluate`: how well reports are coded, against annotations made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from multivector.cli import _console

Records = dict[str, dict[str, Any]]


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder with NAME.gold.json beside NAME.txt.")],
    coded: Annotated[Path | None, typer.Argument(metavar="[CODED]", help="What `read --json` wrote.")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what is wrong.")] = False,
    ledger: _console.LedgerOption = None,
    as_json: _console.JsonOption = False,
) -> None:
    """Compare codings with gold annotations: how much of what is coded is right, how much of what is there was found.

    Without CODED the texts NAME.txt of the folder are read now; with --ledger the newest codings of the reports of
    these names are taken from it. Events are found where type and parties agree and the dates do not contradict; exact
    ones have their attributes right too.

        multivector evaluate gold/dev --misses

        multivector read --json gold/dev/*.txt > coded.jsonl && multivector evaluate gold/dev coded.jsonl
    """
    from multivector import evaluation

    gold = evaluation.load_gold(gold_dir)
    figures, missed = evaluation.score(gold, _coded(gold, gold_dir, coded, ledger))
    rows = [(miss.report, miss.kind, *miss.told) for miss in missed] if misses else []
    if as_json:
        _console.emit_object({**figures, "misses": rows} if misses else figures)
        return
    for row in rows:
        _console.say(" | ".join("" if cell is None else str(cell) for cell in row))
    for name, value in figures.items():
        _console.say(f"{name:12} {_shown(value)}")


def _coded(gold: Records, folder: Path, coded: Path | None, ledger: Path | None) -> Records:
    from multivector import api, codec, evaluation

    if coded is not None:
        return evaluation.load_coded(coded)
    if ledger is not None:
        with api.Ledger(ledger, read_only=True) as opened:
            held = {row["name"] for row in opened.store.query("SELECT name FROM reports")}
            codings = [opened.store.coding(name) for name in sorted(held & gold.keys())]
            return evaluation.by_name(codec.coding_record(coding) for coding in codings)
    texts = [folder / f"{name}.txt" for name in gold]
    return evaluation.by_name(codec.coding_record(one) for one in _console.progress(
        api.read(*texts), total=len(texts), label="reading"))  # fmt: skip


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{key} {part}" for key, part in value.items())
    return str(value)
