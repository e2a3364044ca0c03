-- What reports claim of the one party and the other (or of the one alone), in the order of reports and text.
SELECT c.id, c.report, c.detail, c.span_start
FROM claims AS c
JOIN reports AS r ON r.id = c.report
WHERE CASE
    WHEN len($parties) = 1 THEN list_contains($parties, c.subject) OR list_contains($parties, c.object)
    ELSE list_contains($parties, c.subject) AND list_contains($parties, c.object) AND c.subject <> c.object
END
ORDER BY r.date NULLS LAST, r.name, r.id, c.span_start, c.id
