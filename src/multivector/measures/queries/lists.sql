    -- Lists of partners of $a and $b as each reporter counts them, each list in its newest release. A row whose reporter
    -- is not told serves both sides. Where a list has no row for all products, its rows by product are added up, if
    -- all are of one level. `world` is the total itself; a partner is null there, and for parts of the total.
    SELECT
        dataset, release, published, reporter, whose, partner, counted, unit, period,
        CASE WHEN partner IS NULL THEN note END AS words,
        bool_or(contains(coalesce(note, ''), 'world: ')) AS world,
        bool_or(contains(coalesce(note, ''), 'partial list')) AS partial,
        sum(value) AS value,
        CASE count(*) WHEN 1 THEN min("row") ELSE count(*) || ' rows from ' || min("row") END AS "row",
        nullif(string_agg(DISTINCT note, '; ' ORDER BY note), '') AS note
    FROM (
        SELECT *
        FROM (
            SELECT
                dataset, release, published, reporter, exporter AS whose, importer AS partner,
                regexp_replace(measure, '^imports', 'exports') AS counted, unit, period, product, value, "row", note
            FROM flows
            WHERE exporter IN ($a, $b)
              AND ((reporter IS NULL AND measure SIMILAR TO '(exports|imports|trade).*')
                   OR (reporter = exporter AND measure SIMILAR TO '(exports|trade).*'))
            UNION ALL
            SELECT
                dataset, release, published, reporter, importer AS whose, exporter AS partner,
                regexp_replace(measure, '^exports', 'imports') AS counted, unit, period, product, value, "row", note
            FROM flows
            WHERE importer IN ($a, $b)
              AND ((reporter IS NULL AND measure SIMILAR TO '(exports|imports|trade).*')
                   OR (reporter = importer AND measure SIMILAR TO 'imports.*'))
        )
        WHERE period IS NOT NULL
          AND value IS NOT NULL
          AND ($since IS NULL OR period[:4] >= $since[:4])
          AND ($until IS NULL OR period[:4] <= $until[:4])
        WINDOW list AS (PARTITION BY dataset, release, reporter, whose, counted, unit, period)
        QUALIFY 1 = dense_rank() OVER (
            PARTITION BY dataset, reporter, whose, counted, unit, period ORDER BY published DESC NULLS LAST, release DESC
        )
        AND CASE
            WHEN bool_or(product IS NULL) OVER list THEN product IS NULL
            ELSE min(length(product)) OVER list = max(length(product)) OVER list
        END
    )
    GROUP BY ALL
