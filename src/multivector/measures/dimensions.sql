-- question: How does a tie divide over politics, economy, security, transport and people?
-- formula: share of dealings by dimension; a dealing in k dimensions gives 1/k to each
-- unit: share
-- range: 0 to 1
-- direction: none
-- needs: events
-- parameters: a sector belongs to one dimension; without a sector ASSAULT and MOBILIZE are security, all else politics
-- interval: Wilson
-- source: the sectors and dimensions of this package; Wilson 1927
WITH dealings AS ({dealings}
),
belongs AS (
    SELECT unnest($sectors::VARCHAR[]) AS sector, unnest($dimensions::VARCHAR[]) AS dimension
),
touched AS (
    SELECT DISTINCT e.id, e.first_day, e.last_day, coalesce(
        b.dimension, CASE WHEN e.type IN ('ASSAULT', 'MOBILIZE') THEN 'security' ELSE 'politics' END
    ) AS dimension
    FROM dealings AS e
    LEFT JOIN belongs AS b ON list_contains(e.sectors, b.sector)
)
SELECT id, first_day, last_day, list_sort(list(dimension)) AS dimensions
FROM touched
GROUP BY id, first_day, last_day
ORDER BY id
