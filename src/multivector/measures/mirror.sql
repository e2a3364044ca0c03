-- question: Do exporter and importer count the same trade?
-- formula: 2(M - X)/(M + X), X what the exporter counts (FOB), M what the importer counts (CIF) divided by 1.06
-- unit: ratio; the currency
-- range: -2 to 2
-- direction: of the exports of one to the other
-- needs: flows with reporters
-- parameters: CIF/FOB 1.06; newest release of each; below 0.10 they agree, below 0.30 differ, else contradict (our cuts)
-- interval: none: two counts of one thing; both are given
-- source: symmetric percentage difference; Marini, Dippelsman & Stanger 2018 (CIF/FOB)
WITH counted AS (
    SELECT
        dataset, release, published, exporter, importer, unit, period, value, "row", reporter = exporter AS selling,
        regexp_replace(measure, '^(exports|imports)', '') AS of
    FROM flows
    WHERE ((exporter = $a AND importer = $b) OR (exporter = $b AND importer = $a))
      AND ((reporter = exporter AND measure LIKE 'exports%') OR (reporter = importer AND measure LIKE 'imports%'))
      AND product IS NULL
      AND period IS NOT NULL
      AND regexp_full_match(unit, '[A-Z]{3}')
      AND ($since IS NULL OR period[:4] >= $since[:4])
      AND ($until IS NULL OR period[:4] <= $until[:4])
    QUALIFY 1 = row_number() OVER (
        PARTITION BY dataset, reporter, exporter, importer, measure, unit, period
        ORDER BY published DESC NULLS LAST, release DESC, "row"
    )
)
SELECT
    x.exporter, x.importer, x.dataset, x.unit, x.period, x.of,
    x.value AS exported, x.release AS x_release, x.published AS x_published, x."row" AS x_row,
    m.value AS imported, m.release AS m_release, m.published AS m_published, m."row" AS m_row
FROM counted AS x
JOIN counted AS m USING (exporter, importer, dataset, unit, period, of)
WHERE x.selling AND NOT m.selling
ORDER BY x.exporter, x.importer, x.dataset, x.of, x.unit, x.period
