-- case: all rows are written anew
-- live: CREATE TABLE orders (id integer PRIMARY KEY, status text)
-- measures: orders rows=90_000_000 bytes=40_000_000_000
-- finds: replication-lag-risk
ALTER TABLE orders ALTER COLUMN id TYPE bigint;

-- case: a table of a few megabytes
-- live: CREATE TABLE orders (id integer PRIMARY KEY, status text)
-- measures: orders rows=90_000 bytes=40_000_000
ALTER TABLE orders ALTER COLUMN id TYPE bigint;
