-- case: as the page shows it
CREATE TABLE events (id INTEGER PRIMARY KEY, payload TEXT, debug TEXT);
-- file: 2.sql
-- finds: sqlite-drop-column-rewrite "RESERVED on the whole database for events"
ALTER TABLE events DROP COLUMN debug;

-- case: a virtual column is in no row, and a refused one stays
CREATE TABLE t (id INTEGER PRIMARY KEY, a int, b int AS (a + 1), c int UNIQUE);
-- file: 2.sql
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t DROP COLUMN c;

-- case: the table is new
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
ALTER TABLE t DROP COLUMN a;

-- case: the server says how large it is
-- live: CREATE TABLE t (id INTEGER PRIMARY KEY, a int)
-- live: CREATE TABLE small (id INTEGER PRIMARY KEY, a int)
-- measures: t rows=41000000 bytes=4_000_000_000
-- measures: small rows=200 bytes=20_000
-- finds: sqlite-drop-column-rewrite "41 M rows"
ALTER TABLE t DROP COLUMN a;
ALTER TABLE small DROP COLUMN a;
