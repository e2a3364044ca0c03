"""BACI (CEPII): bilateral trade by product, the reports of exporter and importer reconciled to one value (FOB).

Values come in thousands of US dollars and are kept in dollars. Nobody in particular reports them: `reporter` is null.
"""

from __future__ import annotations

from collections.abc import Iterator

from multivector.datasets._source import UNNAMED, Batch, Request, Source, checksum, content, table, values

SOURCE = Source(
    name="baci",
    about="bilateral merchandise trade by product, both reports reconciled, US dollars (a file from CEPII)",
    publisher="CEPII",
    licence="Etalab 2.0",
    url="https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
    columns=frozenset("tijkvq"),
)

_SELECT = """
WITH area (code, party, note) AS (VALUES {areas})
SELECT
    NULL AS reporter,
    a.party AS exporter,
    b.party AS importer,
    'exports' AS measure,
    CAST(s.v AS DECIMAL(38, 6)) * 1000 AS value,
    'USD' AS unit,
    s.t AS period,
    lpad(s.k, 6, '0') AS product,
    'row ' || s.line AS "row",
    concat_ws('; ',
        'reconciled from both reports',
        CASE WHEN a.code IS NULL THEN 'unknown name: ' || s.i ELSE a.note END,
        CASE WHEN b.code IS NULL THEN 'unknown name: ' || s.j ELSE b.note END
    ) AS note
FROM source AS s
LEFT JOIN area AS a ON a.code = ltrim(s.i, '0')
LEFT JOIN area AS b ON b.code = ltrim(s.j, '0')
ORDER BY s.line
"""


def batches(request: Request) -> Iterator[Batch]:
    """Yield the one batch of a file."""
    file = request.file(SOURCE)
    select = _SELECT.format(areas=values((row["code"], row["party"], row["note"]) for row in table("m49")))
    head = SOURCE.head(release=request.release or UNNAMED, name=request.name)
    remark = "read as BACI: values in thousands of US dollars"
    yield Batch(head=head, file=file, select=select, sha256=checksum(content(file)), remarks=(remark,))
