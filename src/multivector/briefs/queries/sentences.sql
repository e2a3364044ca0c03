-- The sentence around each telling of these events.
SELECT m.telling, t.sentence
FROM event_tellings AS m
JOIN tellings AS t ON t.id = m.telling
WHERE m.event IN (SELECT unnest($events))
