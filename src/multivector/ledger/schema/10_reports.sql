-- Reports and what coders made of them. Schema `kept`: rows are added and never changed.
CREATE SCHEMA IF NOT EXISTS kept;

-- A report is its name and its text: another text under the same name is another report.
CREATE TABLE IF NOT EXISTS kept.reports (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    pages INTEGER[] NOT NULL
);

-- One coder's reading of one report, with the head (date, publisher ...) that the reading gave it.
CREATE TABLE IF NOT EXISTS kept.codings (
    id VARCHAR PRIMARY KEY,
    report VARCHAR NOT NULL,
    coder VARCHAR NOT NULL,
    path VARCHAR,
    url VARCHAR,
    title VARCHAR,
    publisher VARCHAR,
    date VARCHAR,
    date_basis VARCHAR,
    language VARCHAR NOT NULL
);

-- The order in which codings came; the newest of a report is the one that views show.
CREATE TABLE IF NOT EXISTS kept.readings (
    seq BIGINT PRIMARY KEY,
    report VARCHAR NOT NULL,
    coding VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS kept.citations (
    coding VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    outlet VARCHAR,
    date VARCHAR,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL
);
