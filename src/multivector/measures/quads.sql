-- question: How many dealings of each kind are told, in words and in deeds, and by how many publishers?
-- formula: count of dealings by class: verbal and material, co-operation and conflict
-- unit: dealings; publishers
-- range: 0 and more
-- direction: none
-- needs: events
-- parameters: occurred and ongoing dealings, one however many reports tell it; by period: also per 1,000 reports read
-- interval: Garwood's exact interval of a Poisson count
-- source: PLOVER manual (February 2024), classes; SANCTION is material conflict, as its section and summary say; Garwood 1936
WITH dealings AS ({dealings}
)
SELECT
    e.id, e.type, e.first_day, e.last_day,
    list_sort(list(DISTINCT coalesce(r.publisher, r.name))) AS publishers
FROM dealings AS e
JOIN event_tellings AS m ON m.event = e.id
JOIN tellings AS t ON t.id = m.telling
JOIN reports AS r ON r.id = t.report
GROUP BY e.id, e.type, e.first_day, e.last_day
ORDER BY e.id
