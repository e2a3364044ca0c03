-- The latest dealings between two by the first day that each may be of; those without a date come last.
WITH dealings AS ({dealings}
)
SELECT id
FROM dealings
ORDER BY first_day DESC NULLS LAST, last_day, id
LIMIT $most
