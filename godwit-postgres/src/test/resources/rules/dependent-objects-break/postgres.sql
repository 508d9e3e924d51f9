-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50));
CREATE VIEW names AS SELECT id, name FROM users;
-- file: 2.sql
-- finds: dependent-objects-break
ALTER TABLE users ALTER COLUMN name TYPE text;

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50));
CREATE VIEW names AS SELECT id, name FROM users;
-- file: 2.sql
BEGIN;
DROP VIEW names;
ALTER TABLE users ALTER COLUMN name TYPE text;
CREATE VIEW names AS SELECT id, name FROM users;
COMMIT;

-- case: the view does not use the column
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), age int);
CREATE VIEW names AS SELECT id, name FROM users;
-- file: 2.sql
ALTER TABLE users DROP COLUMN age;
