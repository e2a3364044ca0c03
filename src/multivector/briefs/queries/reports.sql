-- The reports that tell of these events or claim something of these parties, oldest first.
SELECT r.id, r.name, r.title, r.publisher, r.date, r.date_basis, r.url, r.coder
FROM reports AS r
WHERE r.id IN (
        SELECT t.report
        FROM event_tellings AS m
        JOIN tellings AS t ON t.id = m.telling
        WHERE m.event IN (SELECT unnest($events))
    )
   OR r.id IN (SELECT report FROM claims WHERE id IN (SELECT unnest($claims)))
ORDER BY r.date NULLS LAST, r.name, r.id
