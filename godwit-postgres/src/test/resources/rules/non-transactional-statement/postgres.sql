-- case: as the page shows it
BEGIN;
-- finds: non-transactional-statement
VACUUM orders;
COMMIT;

-- case: the safer way
VACUUM orders;

-- case: others of its kind
BEGIN;
-- finds: non-transactional-statement
CREATE DATABASE shop;
-- finds: non-transactional-statement
ALTER SYSTEM SET work_mem = '64MB';
ANALYZE orders;
COMMIT;
