-- case: as the page shows it
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
-- file: 2.sql
-- finds: sqlite-add-column-restrictions "CREATE UNIQUE INDEX users_email_key ON users (email);"
ALTER TABLE users ADD COLUMN email TEXT UNIQUE;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
-- file: 2.sql
ALTER TABLE users ADD COLUMN email TEXT;
CREATE UNIQUE INDEX users_email_key ON users (email);

-- case: what it refuses
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
-- file: 2.sql
-- finds: sqlite-add-column-restrictions "Cannot add a NOT NULL column with default value NULL"
ALTER TABLE t ADD COLUMN b int NOT NULL;
-- finds: sqlite-add-column-restrictions "Cannot add a PRIMARY KEY column"
ALTER TABLE t ADD COLUMN c int PRIMARY KEY;
-- finds: sqlite-add-column-restrictions "non-constant default"
ALTER TABLE t ADD COLUMN d TEXT DEFAULT CURRENT_TIMESTAMP;
-- finds: sqlite-add-column-restrictions "non-constant default"
ALTER TABLE t ADD COLUMN e TEXT DEFAULT (lower(hex(randomblob(16))));
-- finds: sqlite-add-column-restrictions "STORED"
ALTER TABLE t ADD COLUMN f int AS (a + 1) STORED;
-- finds: sqlite-add-column-restrictions "it is there already"
ALTER TABLE t ADD COLUMN a int;

-- case: a reference with a default, while references are enforced
PRAGMA foreign_keys = ON;
-- finds: sqlite-add-column-restrictions "REFERENCES column with non-NULL default"
ALTER TABLE t ADD COLUMN p int DEFAULT 1 REFERENCES p (id);

-- case: what it takes
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
-- file: 2.sql
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 5;
ALTER TABLE t ADD COLUMN d TEXT DEFAULT 'x' COLLATE NOCASE;
ALTER TABLE t ADD COLUMN e int AS (a + 1) VIRTUAL;
ALTER TABLE t ADD COLUMN f int REFERENCES p (id);
ALTER TABLE t ADD COLUMN g int DEFAULT 1 CHECK (g > 0);
ALTER TABLE t ADD COLUMN h int DEFAULT -1;

-- case: the table is new and has no rows
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
ALTER TABLE t ADD COLUMN b int NOT NULL;
ALTER TABLE t ADD COLUMN d TEXT DEFAULT CURRENT_TIMESTAMP;
-- finds: sqlite-add-column-restrictions "UNIQUE"
ALTER TABLE t ADD COLUMN c int UNIQUE;
