-- The datasets whose rows a brief uses.
SELECT name, release, publisher, licence, published
FROM datasets
WHERE kind = 'flow' AND list_contains($used, name || ' ' || release)
ORDER BY name, release
