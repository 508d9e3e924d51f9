-- case: as the page shows it
BEGIN;
-- finds: lock-table-explicit
LOCK TABLE orders;
COMMIT;

-- case: the safer way
SELECT pg_advisory_lock(4711);

-- case: a mode that blocks no writes
BEGIN;
LOCK TABLE orders IN ACCESS SHARE MODE;
COMMIT;
