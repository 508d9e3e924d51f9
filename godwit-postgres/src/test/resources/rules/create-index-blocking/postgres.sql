-- case: as the page shows it
-- finds: create-index-blocking
CREATE INDEX orders_shop ON orders (shop_id);

-- case: the safer way
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint);
CREATE INDEX orders_shop ON orders (shop_id);

-- case: ON ONLY builds nothing
CREATE INDEX orders_shop ON ONLY orders (shop_id);

-- case: within a block of code
-- finds: create-index-blocking "SHARE on orders"
DO $$ BEGIN CREATE INDEX orders_shop ON orders (shop_id); END $$;
