-- What one side counts as sold to or taken from the other, with the place of the partner among all that are listed.
WITH listed AS (
    SELECT
        f.dataset, f.release, f.published, f.reporter AS whose, f.measure, f.period, f.value, f.unit, f."row",
        CASE WHEN f.reporter = f.exporter THEN f.importer ELSE f.exporter END AS partner,
        rank() OVER partners AS place,
        count(*) OVER (PARTITION BY f.dataset, f.release, f.reporter, f.measure, f.period, f.unit) AS listed
    FROM flows AS f
    WHERE f.product IS NULL
      AND f.value IS NOT NULL
      AND f.exporter <> f.importer
      AND f.reporter IN (SELECT unnest($parties))
    WINDOW partners AS (
        PARTITION BY f.dataset, f.release, f.reporter, f.measure, f.period, f.unit
        ORDER BY f.value DESC
    )
)

SELECT *
FROM listed
WHERE CASE WHEN len($parties) = 1 THEN place <= 5 ELSE partner IN (SELECT unnest($parties)) END
ORDER BY whose, measure, dataset, period, release, place, partner, "row"
