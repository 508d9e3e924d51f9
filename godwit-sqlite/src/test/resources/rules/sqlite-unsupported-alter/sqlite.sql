-- case: as the page shows it
CREATE TABLE users (id INTEGER PRIMARY KEY, age TEXT, email TEXT NOT NULL);
CREATE INDEX users_email ON users (email);
-- file: 2.sql
-- finds: sqlite-unsupported-alter "CREATE TABLE new_users (id INTEGER PRIMARY KEY, age integer, email TEXT NOT NULL);"
ALTER TABLE users ALTER COLUMN age TYPE integer;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY, age TEXT, email TEXT NOT NULL);
CREATE INDEX users_email ON users (email);
-- file: 2.sql
-- transaction: none
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, age INTEGER, email TEXT NOT NULL);
INSERT INTO new_users (id, age, email) SELECT id, age, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
CREATE INDEX users_email ON users (email);
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;

-- case: constraints, of which the table is not known
-- finds: sqlite-unsupported-alter "INSERT INTO new_orders"
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);

-- case: keys
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
-- file: 2.sql
-- finds: sqlite-unsupported-alter "UNIQUE (a)"
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);
-- finds: sqlite-unsupported-alter
ALTER TABLE t ADD PRIMARY KEY (a);
-- finds: sqlite-unsupported-alter
ALTER TABLE t DROP PRIMARY KEY;

-- case: MySQL's words
CREATE TABLE t (id INTEGER PRIMARY KEY, a int NOT NULL DEFAULT 3);
-- file: 2.sql
-- finds: sqlite-unsupported-alter "new_t (id INTEGER PRIMARY KEY, a varchar(10))"
ALTER TABLE t MODIFY COLUMN a varchar(10);
-- file: 3.sql
-- finds: sqlite-unsupported-alter "ALTER TABLE t RENAME COLUMN a TO b;"
ALTER TABLE t CHANGE COLUMN a b bigint;

-- case: defaults
CREATE TABLE t (id INTEGER PRIMARY KEY, a int DEFAULT 3);
-- file: 2.sql
-- finds: sqlite-unsupported-alter "a int DEFAULT 4"
ALTER TABLE t ALTER COLUMN a SET DEFAULT 4;
-- finds: sqlite-unsupported-alter
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;

-- case: several columns in one statement are added one by one
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- file: 2.sql
-- finds: sqlite-unsupported-alter "ALTER TABLE t ADD COLUMN b int;"
ALTER TABLE t ADD COLUMN a int, ADD COLUMN b int;

-- case: guards
-- finds: sqlite-unsupported-alter "ALTER TABLE t DROP COLUMN a;"
ALTER TABLE t DROP COLUMN IF EXISTS a;
-- finds: sqlite-unsupported-alter "ALTER TABLE t ADD COLUMN g int;"
ALTER TABLE t ADD COLUMN IF NOT EXISTS g int;

-- case: an index cannot be renamed
-- finds: sqlite-unsupported-alter
ALTER INDEX t_a RENAME TO t_b;

-- case: since 3.53 NOT NULL and CHECK can be set and dropped
-- server: sqlite:3.53
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
-- file: 2.sql
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0);
ALTER TABLE t DROP CONSTRAINT positive;

-- case: before 3.53 they cannot
-- server: sqlite:3.52
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
-- file: 2.sql
-- finds: sqlite-unsupported-alter "a int NOT NULL"
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- finds: sqlite-unsupported-alter "CONSTRAINT positive CHECK (a > 0)"
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0);
-- finds: sqlite-unsupported-alter
ALTER TABLE t DROP CONSTRAINT positive;

-- case: a view keeps the new table from taking its name
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
CREATE VIEW small AS SELECT id FROM t WHERE a < 10;
-- file: 2.sql
CREATE TABLE new_t (id INTEGER PRIMARY KEY, a TEXT);
INSERT INTO new_t SELECT id, a FROM t;
DROP TABLE t;
-- finds: sqlite-unsupported-alter "CREATE VIEW small AS SELECT id FROM t WHERE a < 10;"
ALTER TABLE new_t RENAME TO t;

-- case: but not where it is dropped before, or names do not follow
CREATE TABLE t (id INTEGER PRIMARY KEY, a int);
CREATE VIEW small AS SELECT id FROM t WHERE a < 10;
-- file: 2.sql
DROP VIEW small;
CREATE TABLE new_t (id INTEGER PRIMARY KEY, a TEXT);
INSERT INTO new_t SELECT id, a FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
CREATE VIEW small AS SELECT id FROM t WHERE a < 10;
-- file: 3.sql
PRAGMA legacy_alter_table = ON;
CREATE TABLE new_t (id INTEGER PRIMARY KEY, a int);
INSERT INTO new_t SELECT id, a FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;

-- case: what it can
CREATE TABLE t (id INTEGER PRIMARY KEY, a int, b int);
-- file: 2.sql
ALTER TABLE t ADD COLUMN c int;
ALTER TABLE t RENAME COLUMN a TO d;
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t RENAME TO s;
