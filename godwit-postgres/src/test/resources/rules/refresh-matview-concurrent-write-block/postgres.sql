-- case: as the page shows it
-- finds: refresh-matview-concurrent-write-block
REFRESH MATERIALIZED VIEW CONCURRENTLY sales;

-- case: the safer way
SELECT pg_try_advisory_lock(4711);
