-- case: as the page shows it
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
-- finds: multi-table-lock-window
ALTER TABLE orders ADD COLUMN phone text;
COMMIT;

-- case: the safer way
ALTER TABLE users ADD COLUMN phone text;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN phone text;

-- case: one table, changed twice
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE users ADD COLUMN fax text;
COMMIT;

-- case: one of the tables is new
BEGIN;
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN phone text;
COMMIT;

-- case: each statement by itself
-- transaction: none
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE orders ADD COLUMN phone text;
