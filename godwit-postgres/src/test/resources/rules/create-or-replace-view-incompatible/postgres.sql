-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, name FROM users;
-- file: 2.sql
-- finds: create-or-replace-view-incompatible
CREATE OR REPLACE VIEW names AS SELECT id FROM users;

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, name FROM users;
-- file: 2.sql
BEGIN;
DROP VIEW names;
CREATE VIEW names AS SELECT id FROM users;
COMMIT;

-- case: a column more
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id FROM users;
-- file: 2.sql
CREATE OR REPLACE VIEW names AS SELECT id, name FROM users;
