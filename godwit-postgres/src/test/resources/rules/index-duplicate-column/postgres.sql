-- case: as the page shows it
-- finds: index-duplicate-column
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id, shop_id);

-- case: the safer way
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id, day);

-- case: keys
-- finds: index-duplicate-column "id, id"
CREATE TABLE orders (id bigint, day date, PRIMARY KEY (id, id));

-- case: in two ways
CREATE INDEX CONCURRENTLY users_name ON users (name, name text_pattern_ops);
