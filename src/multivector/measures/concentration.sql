-- question: How concentrated are a party's exports and imports on few partners?
-- formula: HHI = sum of squared shares of partners
-- unit: index
-- range: 0 (many small partners) to 1 (one partner)
-- direction: of each party by itself
-- needs: flows
-- parameters: each list by itself: dataset, newest release, reporter, period
-- interval: of a partial list the possible range: the rest infinitely fine, or in pieces of the smallest listed share
-- source: Hirschman 1945; Herfindahl 1950; the bounds are ours
WITH lists AS ({lists}
)
SELECT *
FROM lists
ORDER BY whose, counted, unit, period, dataset, release, reporter, value DESC, partner, words, "row"
