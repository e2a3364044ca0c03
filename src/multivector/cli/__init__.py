"""The command line: one small file a verb, found by this folder."""

from __future__ import annotations

import sys

import typer

from multivector.cli import _console
from multivector.errors import MultivectorError
from multivector.registry import parts

_HELP = """Turn reports and statistics into a measured, sourced picture of the ties between countries.

Read reports into a ledger, look at what they tell, write a brief in which every sentence leads back to its words:

    multivector read reports/*.txt

    multivector events Kazakhstan Italy

    multivector brief Kazakhstan Italy -o brief.html

The ledger is the file of --ledger, else of the variable MULTIVECTOR_LEDGER, else multivector.duckdb in this folder.
"""


def build() -> typer.Typer:
    """Return the command line with every verb of this folder registered under its file's name."""
    app = typer.Typer(
        help=_HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    app.callback()(_root)
    for name, module in parts(__name__).items():
        verb = getattr(module, name)
        app.command(name=name.rstrip("_"))(verb)
    return app


def _version(asked: bool) -> None:
    if asked:
        from multivector import __version__

        typer.echo(f"multivector {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    del version


_root.__doc__ = _HELP


def main() -> None:
    """Run the command line; errors of the family become a message and an exit code, never a traceback."""
    try:
        build()()
    except MultivectorError as error:
        _console.note(f"error: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _console.note("stopped; what was reported as done is kept")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
