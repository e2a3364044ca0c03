-- What others query: the newest coding of each report, and the events drawn from its tellings.
CREATE OR REPLACE MACRO day_from(iso) AS try_cast(iso || substr('-01-01', length(iso) - 3) AS DATE);

CREATE OR REPLACE MACRO day_to(iso) AS CASE length(iso)
    WHEN 4 THEN try_cast(iso || '-12-31' AS DATE)
    WHEN 7 THEN last_day(day_from(iso))
    ELSE day_from(iso)
END;

CREATE OR REPLACE MACRO both_sides(actors, recipients) AS list_sort(list_distinct(list_concat(actors, recipients)));

CREATE OR REPLACE VIEW newest AS
SELECT report, arg_max(coding, seq) AS coding
FROM kept.readings
GROUP BY report;

CREATE OR REPLACE VIEW reports AS
SELECT
    r.id, r.name, c.path, c.url, c.title, c.publisher, c.date, c.date_basis, c.language, c.coder,
    r.sha256, r.text, r.format, r.pages
FROM newest AS n
JOIN kept.codings AS c ON c.id = n.coding
JOIN kept.reports AS r ON r.id = n.report;

CREATE OR REPLACE VIEW tellings AS
SELECT
    t.id, t.report, c.coder, t.type, t.mode, t.status, t.actors, t.recipients, t.people, t.date, t.place, t.count,
    t.value, t.unit, t.sectors, t.citations, t.anchor, t.span_start, t.span_end, t.sentence, t.detail, t.confidence
FROM newest AS n
JOIN kept.codings AS c ON c.id = n.coding
JOIN kept.coded AS k ON k.coding = n.coding
JOIN kept.tellings AS t ON t.id = k.telling;

CREATE OR REPLACE VIEW claims AS
SELECT
    m.id, n.report, m.kind, m.subject, m.object, m.measure, m.value, m.number, m.unit, m.period, m.scope, m.anchor,
    m.span_start, m.span_end, m.detail
FROM newest AS n
JOIN kept.claims AS m ON m.coding = n.coding;

CREATE OR REPLACE VIEW citations AS
SELECT n.report, m.position, m.outlet, m.date, m.span_start, m.span_end
FROM newest AS n
JOIN kept.citations AS m ON m.coding = n.coding;

CREATE OR REPLACE VIEW event_tellings AS
SELECT event, telling
FROM drawn.members;

CREATE OR REPLACE VIEW events AS
WITH told AS (
    SELECT
        m.event, count(*) AS n_tellings, count(DISTINCT t.report) AS n_reports,
        count(DISTINCT coalesce(r.publisher, r.name)) AS n_publishers
    FROM drawn.members AS m
    JOIN kept.tellings AS t ON t.id = m.telling
    JOIN reports AS r ON r.id = t.report
    GROUP BY m.event
)
SELECT
    e.id, e.type, e.mode, e.status, e.actors, e.recipients, both_sides(e.actors, e.recipients) AS parties, e.date,
    day_from(e.date) AS first_day, day_to(e.date) AS last_day, e.place, e.count, e.value, e.unit, e.sectors,
    e.people, e.confidence, told.n_tellings, told.n_reports, told.n_publishers
FROM drawn.events AS e
JOIN told ON told.event = e.id;

CREATE OR REPLACE VIEW judgements AS
SELECT *
FROM kept.judgements;

CREATE OR REPLACE VIEW datasets AS
SELECT name, release, kind, publisher, licence, url, published, loaded, sha256
FROM kept.datasets;
