-- case: as the page shows it
CREATE TABLE users (id INTEGER PRIMARY KEY, fax TEXT);
CREATE INDEX users_fax ON users (fax);
-- file: 2.sql
-- finds: sqlite-drop-column-version "DROP INDEX users_fax;"
ALTER TABLE users DROP COLUMN fax;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY, fax TEXT);
CREATE INDEX users_fax ON users (fax);
-- file: 2.sql
DROP INDEX users_fax;
ALTER TABLE users DROP COLUMN fax;

-- case: what else names the column
CREATE TABLE t (
    id INTEGER PRIMARY KEY, a int, b int UNIQUE, c int, d int AS (c + 1), e int, f int, g int,
    CHECK (e > 0), FOREIGN KEY (f) REFERENCES p (id)
);
CREATE VIEW v AS SELECT g FROM t;
-- file: 2.sql
-- finds: sqlite-drop-column-version "PRIMARY KEY"
ALTER TABLE t DROP COLUMN id;
-- file: 3.sql
-- finds: sqlite-drop-column-version "UNIQUE"
ALTER TABLE t DROP COLUMN b;
-- file: 4.sql
-- finds: sqlite-drop-column-version "after drop column"
ALTER TABLE t DROP COLUMN c;
-- file: 5.sql
-- finds: sqlite-drop-column-version "after drop column"
ALTER TABLE t DROP COLUMN e;
-- file: 6.sql
-- finds: sqlite-drop-column-version "foreign key definition"
ALTER TABLE t DROP COLUMN f;
-- file: 7.sql
-- finds: sqlite-drop-column-version "DROP VIEW v;"
ALTER TABLE t DROP COLUMN g;

-- case: a column that nothing names
CREATE TABLE t (id INTEGER PRIMARY KEY, a int, b int REFERENCES p (id), c int CHECK (c > 0));
-- file: 2.sql
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t DROP COLUMN c;

-- case: the oldest version that is judged knows it
-- server: sqlite:3.35
ALTER TABLE t DROP COLUMN a;
