-- Tellings and claims. `detail` holds the whole record as `read --json` writes it; the columns are for queries.
CREATE TABLE IF NOT EXISTS kept.tellings (
    id VARCHAR PRIMARY KEY,
    report VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR,
    status VARCHAR NOT NULL,
    actors VARCHAR[] NOT NULL,
    recipients VARCHAR[] NOT NULL,
    people VARCHAR[] NOT NULL,
    date VARCHAR,
    place VARCHAR,
    count BIGINT,
    value DECIMAL(38, 2),
    unit VARCHAR,
    sectors VARCHAR[] NOT NULL,
    citations VARCHAR[] NOT NULL,
    anchor VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    sentence VARCHAR NOT NULL,
    detail JSON NOT NULL,
    confidence DOUBLE NOT NULL
);

-- Which tellings a coding holds; a telling that a newer coder tells alike is one row in both.
CREATE TABLE IF NOT EXISTS kept.coded (
    coding VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    telling VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS kept.claims (
    coding VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR,
    object VARCHAR,
    measure VARCHAR NOT NULL,
    value VARCHAR,
    number DECIMAL(38, 6),
    unit VARCHAR,
    period VARCHAR,
    scope VARCHAR,
    anchor VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    detail JSON NOT NULL
);
