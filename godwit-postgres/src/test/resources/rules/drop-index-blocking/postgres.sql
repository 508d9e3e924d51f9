-- case: as the page shows it
-- finds: drop-index-blocking
DROP INDEX orders_shop;

-- case: the safer way
DROP INDEX CONCURRENTLY orders_shop;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint);
CREATE INDEX orders_shop ON orders (shop_id);
DROP INDEX orders_shop;

-- case: the table is known
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint);
CREATE INDEX orders_shop ON orders (shop_id);
-- file: 2.sql
-- finds: drop-index-blocking "ACCESS EXCLUSIVE on orders"
DROP INDEX IF EXISTS orders_shop;
