-- case: an affected release
-- server: postgres:14.2
-- finds: index-corruption-version "14.2"
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);
-- finds: index-corruption-version
REINDEX INDEX CONCURRENTLY orders_shop;
CREATE INDEX orders_day ON orders (day);

-- case: a mended release
-- server: postgres:14.4
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);

-- case: only the line of releases is known
-- server: postgres:14
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);
