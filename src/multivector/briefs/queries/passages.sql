-- What each telling of these events quotes, where, and the sentence around it.
SELECT t.id AS telling, m.event, t.report, t.anchor, t.span_start, t.span_end, t.sentence
FROM event_tellings AS m
JOIN tellings AS t ON t.id = m.telling
WHERE m.event IN (SELECT unnest($events))
ORDER BY t.report, t.span_start, t.id
