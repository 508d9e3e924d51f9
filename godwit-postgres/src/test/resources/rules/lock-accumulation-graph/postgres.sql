-- case: as the page shows it
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE orders ADD COLUMN phone text;
COMMIT;
-- file: 2.sql
BEGIN;
ALTER TABLE orders ADD COLUMN fax text;
-- finds: lock-accumulation-graph
ALTER TABLE users ADD COLUMN fax text;
COMMIT;

-- case: the safer way
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE orders ADD COLUMN phone text;
COMMIT;
-- file: 2.sql
BEGIN;
ALTER TABLE users ADD COLUMN fax text;
ALTER TABLE orders ADD COLUMN fax text;
COMMIT;
