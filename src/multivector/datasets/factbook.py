"""Trade partners of all countries as fifteen editions of the World Factbook print them, 2015 to 2026.

Each list holds the largest partners alone, in percent of the country's exports or imports, whole percents from the
edition of 2021 on; an edition repeats the figures of a data year until newer ones come. What looks like a slip of the
Factbook is kept as printed and flagged in the note of its row.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files

from multivector.datasets._names import fips, named
from multivector.datasets._slips import Place, slips
from multivector.datasets._source import Batch, Request, Source, table, values
from multivector.errors import UsageError

SOURCE = Source(
    name="factbook",
    about="largest export and import partners of all countries, percent of the total, editions 2015-2026",
    publisher="CIA World Factbook",
    licence="public domain",
    least=2000,
    most=2500,
)

_FOLDER = files("multivector.datasets") / "editions"

_SELECT = """
WITH country (fips, party, note) AS (VALUES {countries}),
partner (words, party, note) AS (VALUES {partners}),
slip (line, instead) AS (VALUES {slips})
SELECT
    c.party AS reporter,
    CASE s.flow WHEN 'exports' THEN c.party ELSE p.party END AS exporter,
    CASE s.flow WHEN 'exports' THEN p.party ELSE c.party END AS importer,
    s.flow AS measure,
    CAST(s.pct AS DECIMAL(38, 6)) AS value,
    'percent' AS unit,
    s.data_year AS period,
    'row ' || s.line AS "row",
    concat_ws('; ',
        'partial list',
        c.note,
        p.note,
        CASE WHEN c.party = p.party THEN 'the country itself, as printed' END,
        'implausible: printed ' || s.partner || ', perhaps a slip for ' || slip.instead
    ) AS note
FROM source AS s
LEFT JOIN country AS c ON c.fips = s.fips
LEFT JOIN partner AS p ON p.words = s.partner
LEFT JOIN slip ON slip.line = CAST(s.line AS VARCHAR)
ORDER BY s.line
"""


def batches(request: Request) -> Iterable[Batch]:
    """Return one batch an edition, or the one that `release` names; no file is needed."""
    if request.files:
        what = f"{SOURCE.name!r} ships with the package and takes no file, {str(request.files[0])!r} is named"
        raise UsageError(what, "load", "multivector load factbook; a table of your own: multivector load table FILE")
    if request.release is not None and request.release not in _editions():
        raise UsageError(f"no edition {request.release!r}", "--release", f"one of {', '.join(_editions())}")
    for edition in [request.release] if request.release else _editions():
        head = SOURCE.head(release=edition, name=request.name, published=edition)
        with as_file(_FOLDER / f"{edition}.csv.gz") as file:
            yield Batch(head=head, file=file, select=_select(edition), remarks=tuple(_remarks(edition)))


@cache
def _editions() -> dict[str, tuple[dict[str, str], ...]]:
    """Return the printed rows by the date of the edition."""
    dated = sorted((file.name.partition(".")[0], file) for file in _FOLDER.iterdir() if file.name.endswith(".csv.gz"))
    texts = {edition: gzip.decompress(file.read_bytes()).decode() for edition, file in dated}
    return {edition: tuple(csv.DictReader(io.StringIO(text))) for edition, text in texts.items()}


@cache
def _flagged() -> dict[Place, str]:
    return slips(_editions())


def _select(edition: str) -> str:
    printed = sorted({row["partner"] for row in _editions()[edition]})
    flagged = [(str(line), instead) for (where, line), instead in _flagged().items() if where == edition]
    return _SELECT.format(
        countries=values((row["fips"], row["party"], row["note"]) for row in table("fips")),
        partners=values((words, named(words).party, named(words).note) for words in printed),
        slips=values(flagged or [("", "")]),
    )


def _remarks(edition: str) -> Iterator[str]:
    """Say how many rows name no party, by what they name, and which are flagged."""
    rows = _editions()[edition]
    nobody = Counter(named(row["partner"]).note for row in rows if named(row["partner"]).party is None)
    yield from (f"{count} rows without a party, {words!r}" for words, count in sorted(nobody.items()))
    for line, row in enumerate(rows, start=1):
        if instead := _flagged().get((edition, line)):
            what = f"{row['partner']!r} among the {row['flow']} of {fips(row['fips']).party}"
            yield f"{what} is kept as printed and flagged, perhaps a slip for {instead}"
