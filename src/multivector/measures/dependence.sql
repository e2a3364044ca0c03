-- question: Which part of what one party sells and buys falls to the other, and at which rank?
-- formula: partner's value / total of the list, for exports, imports and, where both are in one currency, their sum
-- unit: share; rank
-- range: 0 to 1; 1 and more
-- direction: of the first party on the second
-- needs: flows
-- parameters: the total is the world's row, else the sum of the list; each list by itself: dataset, newest release,
--   reporter, period; a bloc beside its members holds no rank, one in no row is the sum of its members of that year
-- interval: half a unit of the last printed digit; an unlisted partner of a partial list lies below the last one listed
-- source: direct trade dependence (Hirschman 1945); lists as printed
WITH lists AS ({lists}
)
SELECT *
FROM lists
ORDER BY whose, counted, unit, period, dataset, release, reporter, value DESC, partner, words, "row"
