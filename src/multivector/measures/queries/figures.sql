-- The counted rows of a party, or between two: what one counts and what the other counts side by side, never added.
-- Without a release, each figure stands in the newest release that has it.
SELECT
    reporter, exporter, importer, measure, value, unit, period, product, dataset, release, published, "row", note
FROM flows
WHERE ($a = exporter OR $a = importer OR $a = reporter)
  AND ($b IS NULL OR $b = exporter OR $b = importer)
  AND ($b IS NULL OR $a = exporter OR $a = importer)
  AND CASE
        WHEN $measure IS NULL THEN TRUE
        WHEN $measure = 'exports' THEN exporter = $a AND measure IN (SELECT unnest($trade::VARCHAR[]))
        WHEN $measure = 'imports' THEN importer = $a AND measure IN (SELECT unnest($trade::VARCHAR[]))
        WHEN $measure = 'trade' THEN measure IN (SELECT unnest($trade::VARCHAR[]))
        ELSE measure = $measure
      END
  AND ($period IS NULL OR starts_with(period, $period))
  AND ($dataset IS NULL OR dataset = $dataset OR starts_with(dataset, $dataset || '/'))
  AND ($release IS NULL OR $release = 'all' OR release = $release)
QUALIFY $release IS NOT NULL OR 1 = rank() OVER (
    PARTITION BY dataset, reporter, exporter, importer, measure, unit, period, product,
        CASE WHEN exporter IS NULL OR importer IS NULL THEN note END
    ORDER BY published DESC NULLS LAST, release DESC
)
ORDER BY exporter, importer, measure, period DESC, unit, dataset, published DESC NULLS LAST, release DESC, reporter, product,
    "row"
