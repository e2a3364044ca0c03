-- question: How much do two parties deal with each other, in co-operation and in conflict?
-- formula: sum over dealings of |score| * 2^(-age/365), scores above 0 and below 0 apart; tone = (I+ - I-)/(I+ + I-)
-- unit: PLOVER points; tone: ratio
-- range: 0 and more; tone -1 (conflict alone) to 1 (co-operation alone)
-- direction: none; a dealing counts for both parties
-- needs: events
-- parameters: half-life 365 days, counted back from the last day asked or the date of the newest report; occurred and
--   ongoing dealings, one however many reports tell it; by period: no ageing, and per 1,000 reports read
-- interval: bootstrap by report, 2,000 draws, fixed seed
-- source: PLOVER manual (February 2024), scores, mode before type (plover.csv says how our own modes are scored);
--   Goldstein 1992
WITH dealings AS ({dealings}
),
scores AS (
    SELECT unnest($types::VARCHAR[]) AS type, unnest($modes::VARCHAR[]) AS mode,
        unnest($scores::DECIMAL(4, 1)[]) AS score
),
told AS (
    SELECT m.event, list_sort(list(DISTINCT t.report)) AS reports
    FROM event_tellings AS m
    JOIN tellings AS t ON t.id = m.telling
    GROUP BY m.event
)
SELECT e.id, e.first_day, e.last_day, coalesce(fine.score, coarse.score) AS score, told.reports
FROM dealings AS e
JOIN told ON told.event = e.id
JOIN scores AS coarse ON coarse.type = e.type AND coarse.mode = ''
LEFT JOIN scores AS fine ON fine.type = e.type AND fine.mode = e.mode
ORDER BY e.id
