-- case: as the page shows it
-- finds: uncommitted-transaction
BEGIN;
ALTER TABLE users ADD COLUMN phone text;

-- case: the safer way
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
COMMIT;

-- case: the second one is open
BEGIN;
SELECT 1;
COMMIT;
-- finds: uncommitted-transaction
BEGIN;
SELECT 2;

-- case: to a savepoint is not the end
-- finds: uncommitted-transaction
BEGIN;
SAVEPOINT part;
ROLLBACK TO part;
