-- What one side counts as sold to or taken from the other, with the place of the partner among all that are listed.
-- A row without a party (the world, a part of the total) has no place.
WITH listed AS (
    SELECT
        f.dataset, f.release, f.published, coalesce(f.reporter, f.exporter) AS whose, f.measure, f.period, f.value,
        f.unit, f."row", f.note,
        CASE WHEN f.reporter = f.importer THEN f.exporter ELSE f.importer END AS partner,
        rank() OVER (PARTITION BY f.dataset, f.release, f.reporter, f.exporter = f.reporter, f.measure, f.period, f.unit ORDER BY f.value DESC) AS place,
        count(*) OVER (PARTITION BY f.dataset, f.release, f.reporter, f.exporter = f.reporter, f.measure, f.period, f.unit) AS listed
    FROM flows AS f
    WHERE f.product IS NULL
      AND f.value IS NOT NULL
      AND f.exporter <> f.importer
      AND coalesce(f.reporter, f.exporter) IN (SELECT unnest($parties))
)

SELECT *
FROM listed
WHERE CASE WHEN len($parties) = 1 THEN place <= 3 ELSE partner IN (SELECT unnest($parties)) END
ORDER BY whose, measure, dataset, period, release, place, partner, "row"
