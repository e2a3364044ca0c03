-- The log of judgements, append-only. `left` and `right` name tellings; `target` names whatever a person's word is
-- about. An undone judgement stays; the row that undoes it names its seq.
CREATE TABLE IF NOT EXISTS kept.judgements (
    seq BIGINT PRIMARY KEY,
    kind VARCHAR NOT NULL,
    "left" VARCHAR,
    "right" VARCHAR,
    target VARCHAR,
    field VARCHAR,
    old VARCHAR,
    new VARCHAR,
    score DOUBLE,
    features JSON,
    "by" VARCHAR NOT NULL,
    person BOOLEAN NOT NULL,
    why VARCHAR,
    undoes BIGINT
);

-- Events are drawn from the judgements and can be drawn anew at any time.
CREATE SCHEMA IF NOT EXISTS drawn;

CREATE TABLE IF NOT EXISTS drawn.events (
    id VARCHAR PRIMARY KEY,
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
    confidence DOUBLE NOT NULL
);

CREATE TABLE IF NOT EXISTS drawn.members (
    telling VARCHAR PRIMARY KEY,
    event VARCHAR NOT NULL
);

-- The words around each telling, as merging compares them, and the version of merging that drew all this.
CREATE TABLE IF NOT EXISTS drawn.contexts (
    telling VARCHAR PRIMARY KEY,
    context JSON NOT NULL
);

CREATE TABLE IF NOT EXISTS drawn.merging (
    version VARCHAR NOT NULL
);
