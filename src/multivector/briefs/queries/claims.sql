-- What reports claim of the one party and the other, in the order of reports and text.
SELECT c.id, c.report, c.detail, c.span_start
FROM claims AS c
JOIN reports AS r ON r.id = c.report
WHERE c.subject IN (SELECT unnest($parties)) AND c.object IN (SELECT unnest($parties)) AND c.subject <> c.object
ORDER BY r.date NULLS LAST, r.name, r.id, c.span_start, c.id
