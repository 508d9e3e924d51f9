-- case: as the page shows it
-- finds: detach-partition-blocking
ALTER TABLE orders DETACH PARTITION orders_2019;

-- case: the safer way
ALTER TABLE orders DETACH PARTITION orders_2019 CONCURRENTLY;

-- case: before 14
-- server: postgres:13
-- finds: detach-partition-blocking "lock_timeout"
ALTER TABLE orders DETACH PARTITION orders_2019;

-- case: to finish what was interrupted
ALTER TABLE orders DETACH PARTITION orders_2019 FINALIZE;
