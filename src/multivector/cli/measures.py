"""`multivector measures`: what can be measured."""

from __future__ import annotations

from dataclasses import asdict

from multivector.cli import _console


def measures(ledger: _console.LedgerOption = None, as_json: _console.JsonOption = False) -> None:
    """List what can be measured of a tie: question, formula, unit, range, what it needs, intervals and sources.

        multivector measures

        multivector measures --json | jq -r .formula

    `multivector tie A B` takes all of them.
    """
    from multivector.measures import catalogue

    del ledger  # every verb takes it; what can be measured does not depend on it

    _console.emit(
        (asdict(head) for head in catalogue()), as_json=as_json, columns=("name", "question", "unit", "needs", "source")
    )
