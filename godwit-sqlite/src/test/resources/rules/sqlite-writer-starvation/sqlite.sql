-- case: as the page shows it
-- finds: sqlite-writer-starvation "EXCLUSIVE"
VACUUM;

-- case: the safer way
VACUUM INTO 'copy.db';
PRAGMA incremental_vacuum(1000);

-- case: the server says how large the table is
-- live: CREATE TABLE events (id INTEGER PRIMARY KEY, kind int)
-- live: CREATE TABLE kinds (id INTEGER PRIMARY KEY, name TEXT)
-- measures: events rows=90000000 bytes=9_000_000_000
-- measures: kinds rows=12 bytes=4096
-- finds: sqlite-writer-starvation "every write waits while all rows are read"
ALTER TABLE events ALTER COLUMN kind SET NOT NULL;
-- finds: sqlite-writer-starvation "90 M rows"
CREATE INDEX events_kind ON events (kind);
CREATE INDEX kinds_name ON kinds (name);

-- case: a rebuild of a large table
-- live: CREATE TABLE events (id INTEGER PRIMARY KEY, kind int)
-- measures: events rows=90000000 bytes=9_000_000_000
CREATE TABLE new_events (id INTEGER PRIMARY KEY, kind TEXT);
-- finds: sqlite-writer-starvation "about 5 min"
INSERT INTO new_events SELECT id, kind FROM events;
DROP TABLE events;
ALTER TABLE new_events RENAME TO events;

-- case: without a server nobody knows how long it takes
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
-- file: 2.sql
CREATE INDEX t_a ON t (a);
REINDEX t_a;
DROP INDEX t_a;
ALTER TABLE t DROP COLUMN a;
UPDATE t SET id = id + 1;

-- case: a transaction that reads first
-- finds: sqlite-writer-starvation "SQLITE_BUSY"
BEGIN;
SELECT count(*) FROM t;
DELETE FROM t WHERE id = 4;
COMMIT;

-- case: but not one that is a writer from the start, or never
BEGIN IMMEDIATE;
SELECT count(*) FROM t;
DELETE FROM t WHERE id = 4;
COMMIT;
BEGIN;
SELECT count(*) FROM t;
COMMIT;
BEGIN;
DELETE FROM t WHERE id = 4;
SELECT count(*) FROM t;
COMMIT;

-- case: in a transaction it is refused
BEGIN;
-- finds: non-transactional-statement
VACUUM;
COMMIT;
