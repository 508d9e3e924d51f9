-- case: as the page shows it
BEGIN;
-- finds: concurrently-in-transaction
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);
COMMIT;

-- case: the safer way
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);

-- case: others of its kind
BEGIN;
-- finds: concurrently-in-transaction
DROP INDEX CONCURRENTLY orders_shop;
-- finds: concurrently-in-transaction
REINDEX INDEX CONCURRENTLY orders_day;
-- finds: concurrently-in-transaction
ALTER TABLE orders DETACH PARTITION orders_2019 CONCURRENTLY;
COMMIT;

-- case: the refresh of a view is allowed
BEGIN;
REFRESH MATERIALIZED VIEW CONCURRENTLY sales;
COMMIT;
