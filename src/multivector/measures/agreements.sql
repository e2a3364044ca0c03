-- question: How many agreements are told, of how many documents, and for how much money?
-- formula: count of AGREE dealings; sum of the documents they name, 1 where none is named; sum of their values by currency
-- unit: agreements; documents; the currency
-- range: 0 and more
-- direction: none
-- needs: events
-- parameters: occurred and ongoing; of one dealing told with several sums the best supported, the others make the range
-- interval: Garwood for the count; for sums the range of what reports tell
-- source: Garwood 1936
WITH dealings AS ({dealings}
),
told AS (
    SELECT e.id, min(t.value) AS low, max(t.value) AS high
    FROM dealings AS e
    JOIN event_tellings AS m ON m.event = e.id
    JOIN tellings AS t ON t.id = m.telling AND t.unit = e.unit
    GROUP BY e.id
)
SELECT e.id, e.first_day, e.last_day, e.count, e.value, e.unit, told.low, told.high
FROM dealings AS e
LEFT JOIN told ON told.id = e.id
WHERE e.type = 'AGREE'
ORDER BY e.id
