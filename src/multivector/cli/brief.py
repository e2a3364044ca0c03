"""`multivector brief`: a written picture of a tie in which every sentence carries its evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from multivector.cli import _console
from multivector.errors import UsageError

if TYPE_CHECKING:
    from multivector.model import Brief

_FORMS = ("tie", "country")


def brief(
    a: Annotated[str, typer.Argument(metavar="A", help="A country or organisation, by any usual name or code.")],
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The other side of the tie.")] = None,
    *,
    form: Annotated[
        str | None, typer.Option(metavar="tie|country", help="What to write (else by whether B is named).")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it: .html or .md.")
    ] = None,
    ledger: _console.LedgerOption = None,
    as_json: _console.JsonOption = False,
) -> None:
    """Write the brief of a tie, or of a country and all its ties.

    Each sentence is marked as told, counted or computed, and its note leads to the passage, the row or the formula.
    What reports do not tell is not in it; where they disagree, all values stand side by side.

        multivector brief Italy Kazakhstan -o visit.html

        multivector brief KAZ --form country -o kazakhstan.md

    Without -o the brief is printed as Markdown.
    """
    from multivector import briefs

    look = _look(output) if output else None
    made = _made(a, b, form, _console.ledger_path(ledger))
    if output and look:
        _write(output, look(made))
        _console.note(f"{made.title}: {output}")
    if as_json:
        _console.emit_object(briefs.to_record(made))
    elif not output:
        _console.say(briefs.to_markdown(made).rstrip("\n"))


def _made(a: str, b: str | None, form: str | None, path: Path) -> Brief:
    form = form or ("tie" if b else "country")
    if form not in _FORMS:
        raise UsageError(f"no form {form!r}", "--form", f"there are: {', '.join(_FORMS)}")
    if (form == "tie") != (b is not None):
        hint = "a tie has two parties: brief A B" if form == "tie" else "a country's brief has one party: brief A"
        raise UsageError(f"{form!r} does not fit {' and '.join(filter(None, (a, b)))!r}", "--form", hint)
    from multivector import briefs, parties
    from multivector.ledger import Store

    codes = parties.require(a), parties.require(b) if b else None
    with Store.open(path, read_only=True) as store:
        return briefs.plan(store, *codes)


def _look(output: Path) -> Callable[[Brief], str]:
    from multivector.briefs import to_html, to_markdown

    looks = {".html": to_html, ".htm": to_html, ".md": to_markdown, ".markdown": to_markdown}
    if output.suffix.lower() not in looks:
        raise UsageError(f"no look for {output.name!r}", "-o", "name a file that ends in .html or .md")
    return looks[output.suffix.lower()]


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        msg = f"{str(output)!r} can't be written: {error.strerror}"
        raise UsageError(msg, "-o", "name a file in a folder that exists and may be written") from error
