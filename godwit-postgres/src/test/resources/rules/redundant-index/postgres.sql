-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, day date);
CREATE INDEX orders_shop_day ON orders (shop_id, day);
-- file: 2.sql
-- finds: redundant-index
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, day date);
CREATE INDEX orders_shop_day ON orders (shop_id, day);
-- file: 2.sql
CREATE INDEX CONCURRENTLY orders_day ON orders (day);
