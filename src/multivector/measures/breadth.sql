-- question: Over how many sectors is a tie spread, and how much of it lies outside energy?
-- formula: N1 = exp(-sum p ln p), N2 = 1/sum p^2, p the shares of sectors; a dealing with k sectors gives 1/k to each
-- unit: sectors; coverage and share outside energy: share
-- range: 1 to the number of sectors; shares 0 to 1
-- direction: none
-- needs: events with sectors
-- parameters: coverage, Chao1 and the estimated N1 and N2 count each mention of a sector; fewer than 10 dealings or
--   coverage below 0.6: the sectors are listed and no index is given; by period: also sectors at the smallest n
-- interval: multinomial bootstrap of dealings, 2,000 draws, fixed seed, for N1 and N2 as observed, which small samples
--   bias downwards; Wilson for the share
-- source: Hill 1973; Chao 1984; Chao & Jost 2012; Chao, Wang & Jost 2013; Hurlbert 1971; Wilson 1927; Efron 1979
WITH dealings AS ({dealings}
)
SELECT e.id, e.first_day, e.last_day, list_sort(e.sectors) AS sectors
FROM dealings AS e
WHERE len(e.sectors) > 0
ORDER BY e.id
