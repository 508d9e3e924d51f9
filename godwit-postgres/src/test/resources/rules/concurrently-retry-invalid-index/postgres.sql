-- case: as the page shows it
-- finds: concurrently-retry-invalid-index
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_shop ON orders (shop_id);

-- case: the safer way
DROP INDEX CONCURRENTLY IF EXISTS orders_shop;
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_shop ON orders (shop_id);

-- case: without IF NOT EXISTS the second run fails loudly
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);
