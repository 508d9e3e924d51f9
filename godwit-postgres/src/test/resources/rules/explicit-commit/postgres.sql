-- case: as the page shows it
ALTER TABLE users ADD COLUMN phone text;
-- finds: explicit-commit
COMMIT;

-- case: the safer way
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
COMMIT;

-- case: ROLLBACK
SELECT 1;
-- finds: explicit-commit
ROLLBACK;
