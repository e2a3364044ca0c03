-- Statistical sources, each in a release, and their rows.
CREATE TABLE IF NOT EXISTS kept.datasets (
    name VARCHAR NOT NULL,
    release VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    licence VARCHAR NOT NULL,
    url VARCHAR,
    published VARCHAR,
    loaded BIGINT NOT NULL,
    sha256 VARCHAR NOT NULL,
    PRIMARY KEY (name, release, kind)
);

-- What one reporter counts as going from one party to another. `row` finds the figure in the source file. A party is
-- null where the source names the world, a part of the total or nobody known (`note` says which), a reporter also where
-- the source does not tell who reports, a period where it prints none.
CREATE TABLE IF NOT EXISTS flows (
    dataset VARCHAR NOT NULL,
    release VARCHAR NOT NULL,
    published VARCHAR,
    reporter VARCHAR,
    exporter VARCHAR,
    importer VARCHAR,
    measure VARCHAR NOT NULL,
    value DECIMAL(38, 6),
    unit VARCHAR NOT NULL,
    period VARCHAR,
    product VARCHAR,
    "row" VARCHAR NOT NULL,
    note VARCHAR
);
