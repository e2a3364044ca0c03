"""UN Comtrade, as its web page and interface write CSV files: merchandise trade by reporter, partner and product.

Kept are the rows that are no breakdown of another: partner2Code 0, customsCode C00, motCode 0, mosCode 0 (the others
would double the totals). Exports are FOB, imports CIF. Re-exports are part of exports and stand apart. The world, areas
not specified and bunkers are rows without a party. Codes of products get back the zeros that spreadsheets drop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from multivector.datasets._csv import heads_of
from multivector.datasets._source import UNNAMED, Batch, Request, Source, checksum, content, table, values

SOURCE = Source(
    name="comtrade",
    about="merchandise trade by reporter, partner and product, US dollars (a file from UN Comtrade)",
    publisher="United Nations Statistics Division",
    licence="UN Comtrade terms: own use, no redistribution",
    url="https://comtradeplus.un.org",
    columns=frozenset({"period", "reporterCode", "partnerCode", "flowCode", "cmdCode", "primaryValue"}),
)

_FLOWS = (
    ("X", "exports", "out"), ("M", "imports", "in"), ("RX", "re-exports", "out"), ("RM", "re-imports", "in"),
    ("DX", "domestic exports", "out"), ("FM", "imports of foreign goods", "in"),
)  # fmt: skip

_WHOLE = {"partner2Code": "0", "customsCode": "C00", "motCode": "0", "mosCode": "0"}
"""Columns that break a figure down, and their value for the whole."""

_SELECT = """
WITH area (code, party, note) AS (VALUES {areas}),
flow (code, measure, way) AS (VALUES {flows}),
read AS (
    SELECT line, period, cmdCode, flowCode, primaryValue,
        coalesce(nullif(ltrim(reporterCode, '0'), ''), '0') AS reporter,
        coalesce(nullif(ltrim(partnerCode, '0'), ''), '0') AS partner
    FROM source
    WHERE primaryValue IS NOT NULL {whole}
)
SELECT
    r.party AS reporter,
    CASE f.way WHEN 'in' THEN p.party ELSE r.party END AS exporter,
    CASE f.way WHEN 'in' THEN r.party ELSE p.party END AS importer,
    coalesce(f.measure, 'flow ' || s.flowCode) AS measure,
    CAST(s.primaryValue AS DECIMAL(38, 6)) AS value,
    'USD' AS unit,
    CASE WHEN length(s.period) = 6 THEN s.period[:4] || '-' || s.period[5:] ELSE s.period END AS period,
    CASE
        WHEN upper(s.cmdCode) IN ('TOTAL', 'AG0') THEN NULL
        WHEN length(s.cmdCode) % 2 = 1 AND regexp_full_match(s.cmdCode, '[0-9]+') THEN '0' || s.cmdCode
        ELSE s.cmdCode
    END AS product,
    'row ' || s.line AS "row",
    nullif(concat_ws('; ',
        CASE WHEN r.code IS NULL THEN 'unknown name: ' || s.reporter ELSE r.note END,
        CASE WHEN p.code IS NULL THEN 'unknown name: ' || s.partner ELSE p.note END,
        CASE WHEN r.party = p.party THEN 'the country itself: goods that came back' END
    ), '') AS note
FROM read AS s
LEFT JOIN area AS r ON r.code = s.reporter
LEFT JOIN area AS p ON p.code = s.partner
LEFT JOIN flow AS f ON f.code = upper(s.flowCode)
ORDER BY s.line
"""


def batches(request: Request) -> Iterator[Batch]:
    """Yield the one batch of a file."""
    file = request.file(SOURCE)
    found = [name for name in _WHOLE if name in heads_of(file)]
    select = _SELECT.format(
        areas=values((row["code"], row["party"], row["note"]) for row in table("m49")),
        flows=values(_FLOWS),
        whole=" ".join(f"AND coalesce({name}, '{_WHOLE[name]}') = '{_WHOLE[name]}'" for name in found),
    )
    remark = f"read as UN Comtrade; kept are the rows with {_told(found)}" if found else "read as UN Comtrade"
    head = SOURCE.head(release=request.release or UNNAMED, name=request.name)
    yield Batch(head=head, file=file, select=select, sha256=checksum(content(file)), remarks=(remark,))


def _told(names: Iterable[str]) -> str:
    return ", ".join(f"{name} {_WHOLE[name]}" for name in names)
