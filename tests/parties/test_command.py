"""`multivector party`."""

import json
import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from multivector.cli import build


def _lines(*arguments: str, given: str | bytes | None = None) -> list[dict[str, object]]:
    done = CliRunner().invoke(build(), ["party", *arguments, "--json"], input=given)
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_names() -> None:
    """Each name is one line, in the order given; nobody is null with a reason."""
    lines = _lines("Italy", "Zaire", "laws")
    assert [(line["name"], line["party"]) for line in lines] == [("Italy", "ITA"), ("Zaire", "COD"), ("laws", None)]
    assert lines[2]["why"] == "no party of this name is known"


def test_several() -> None:
    """Where several may be meant, they are listed."""
    (line,) = _lines("Congo")
    assert line["party"] is None
    assert line["candidates"] == ["COD", "COG"]


def test_people_and_companies() -> None:
    """People count by the office they held on the date; companies by their home."""
    assert [line["party"] for line in _lines("Nazarbayev", "Eni", "--on", "2015")] == ["KAZ", "ITA"]
    assert [line["party"] for line in _lines("Nazarbayev", "--on", "2024")] == [None]


def test_standard_input() -> None:
    """A dash reads names from standard input, one a line, empty ones left out."""
    lines = _lines("kz", "-", given="Quai d’Orsay\n\n Korea, Rep. \n".encode())
    assert [line["party"] for line in lines] == ["KAZ", "FRA", "KOR"]


def test_plain_lines() -> None:
    """Without --json, a pipe gets name, party and reason, separated by tabs."""
    done = CliRunner().invoke(build(), ["party", "Italy", "laws"])
    assert done.stdout == "Italy\tITA\ta state: Italy (ITA)\nlaws\t\tno party of this name is known\n"


def _run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    script = Path(sys.executable).with_name("multivector")
    return subprocess.run([script, *arguments], input=given, capture_output=True, env=dict(os.environ), check=False)


def test_wrong_date() -> None:
    """A date that is none is wrong usage: two lines on standard error, exit 2."""
    done = _run("party", "Italy", "--on", "2023-02-30")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines()[0] == "error: '2023-02-30' is no date"


def test_bytes_that_are_no_text() -> None:
    """Input that is no UTF-8 is named with its line."""
    done = _run("party", "-", "--json", given=b"Italy\n\xff\xfe\n")
    assert done.returncode == 1
    assert json.loads(done.stdout)["party"] == "ITA"
    assert "standard input, line 2" in done.stderr.decode()
