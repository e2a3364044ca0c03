-- Which version of the schema the file has, and the checksum of the scripts that made it.
CREATE SCHEMA IF NOT EXISTS kept;

CREATE TABLE IF NOT EXISTS kept.ledger (
    version INTEGER NOT NULL,
    scripts VARCHAR NOT NULL
);
