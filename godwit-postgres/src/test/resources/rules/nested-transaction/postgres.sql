-- case: as the page shows it
BEGIN;
-- finds: nested-transaction
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
COMMIT;
-- finds: nested-transaction
COMMIT;

-- case: the safer way
BEGIN;
SAVEPOINT part;
ALTER TABLE users ADD COLUMN phone text;
RELEASE SAVEPOINT part;
COMMIT;

-- case: one after the other
BEGIN;
SELECT 1;
COMMIT;
BEGIN;
SELECT 2;
COMMIT;
