-- case: as the page shows it
BEGIN;
-- finds: sqlite-fk-pragma-in-transaction
PRAGMA foreign_keys = OFF;
DROP TABLE old_users;
PRAGMA foreign_keys = ON;
COMMIT;

-- case: the safer way
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
DROP TABLE old_users;
COMMIT;
PRAGMA foreign_keys = ON;

-- case: to ask is no change
BEGIN;
PRAGMA foreign_keys;
PRAGMA foreign_key_check;
COMMIT;

-- case: it can be put off within a transaction
BEGIN;
PRAGMA defer_foreign_keys = ON;
COMMIT;

-- case: once for each transaction
BEGIN;
-- finds: sqlite-fk-pragma-in-transaction
PRAGMA foreign_keys(0);
COMMIT;
BEGIN;
-- finds: sqlite-fk-pragma-in-transaction
PRAGMA foreign_keys = ON;
COMMIT;

-- case: Godwit runs it before it begins a transaction
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- file: 2.sql
PRAGMA foreign_keys = OFF;
CREATE TABLE s (id INTEGER PRIMARY KEY);
