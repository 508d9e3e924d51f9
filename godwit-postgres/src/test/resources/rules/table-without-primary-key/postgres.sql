-- case: as the page shows it
-- finds: table-without-primary-key
CREATE TABLE visits (shop_id bigint, at timestamptz);

-- case: the safer way
CREATE TABLE visits (shop_id bigint, at timestamptz, PRIMARY KEY (shop_id, at));

-- case: it comes later
CREATE TABLE visits (shop_id bigint, at timestamptz);
-- file: 2.sql
ALTER TABLE visits ADD PRIMARY KEY (shop_id, at);

-- case: tables that need none of their own
CREATE TEMPORARY TABLE scratch (id bigint);
CREATE TABLE copy AS SELECT * FROM visits;
CREATE TABLE like_it (LIKE visits INCLUDING ALL);
CREATE TABLE part PARTITION OF visits FOR VALUES FROM (1) TO (2);

-- case: a table that becomes a partition
CREATE TABLE days (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE days_2024 (id bigint NOT NULL, day date NOT NULL);
ALTER TABLE days ATTACH PARTITION days_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
