-- How many reports were read by the period of their date, and the last day that any of them can be of.
SELECT
    CASE $by
        WHEN 'year' THEN strftime(day_from(date), '%Y')
        WHEN 'quarter' THEN strftime(day_from(date), '%Y-Q') || quarter(day_from(date))
        WHEN 'month' THEN strftime(day_from(date), '%Y-%m')
    END AS period,
    count(*) AS n,
    max(day_to(date)) AS last_day
FROM reports
WHERE date IS NOT NULL
  AND ($since IS NULL OR day_to(date) >= day_from($since))
  AND ($until IS NULL OR day_from(date) <= day_to($until))
GROUP BY ALL
ORDER BY ALL
