"""What can go wrong, named.

MultivectorError
├── UsageError      the call itself is wrong (exit 2)
├── InputError      a report, file or table can't be read (exit 1)
├── LedgerError     the store can't be opened, read or written (exit 1)
├── EvidenceError   a sentence or figure would stand without its evidence (exit 1)
└── SetupError      the installation is incomplete: a part or a model is missing (exit 1)

An error says *what* was given (its `repr`), *where*, and what would have been right (*hint*). The command line
prints the first two on one line, the hint on the next, and never a traceback.
"""

from __future__ import annotations


class MultivectorError(Exception):
    """Root of the family.

    Args:
        what: A sentence that names the value that was given.
        where: The file, line, column or option it came from; empty where there is none.
        hint: What would be right.
    """

    exit_code = 1

    def __init__(self, what: str, where: str = "", hint: str = "") -> None:
        super().__init__(what, where, hint)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        """First line what and where, second line the remedy."""
        first = f"{self.what} ({self.where})" if self.where else self.what
        return f"{first}\n{self.hint}" if self.hint else first


class UsageError(MultivectorError):
    """The call is wrong: an unknown country, a date that is none, a missing argument."""

    exit_code = 2


class InputError(MultivectorError):
    """A report, file, address or table can't be read."""


class LedgerError(MultivectorError):
    """The ledger can't be opened, read or written."""


class EvidenceError(MultivectorError):
    """A sentence or a figure has no evidence."""


class SetupError(MultivectorError):
    """Something that the installation should hold is missing or broken."""
