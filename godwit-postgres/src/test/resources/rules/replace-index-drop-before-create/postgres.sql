-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, day date);
CREATE INDEX orders_shop ON orders (shop_id);
-- file: 2.sql
-- finds: replace-index-drop-before-create
DROP INDEX CONCURRENTLY orders_shop;
CREATE INDEX CONCURRENTLY orders_shop_day ON orders (shop_id, day);

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, day date);
CREATE INDEX orders_shop ON orders (shop_id);
-- file: 2.sql
CREATE INDEX CONCURRENTLY orders_shop_day ON orders (shop_id, day);
DROP INDEX CONCURRENTLY orders_shop;

-- case: the new index is about another column
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, day date);
CREATE INDEX orders_shop ON orders (shop_id);
-- file: 2.sql
DROP INDEX CONCURRENTLY orders_shop;
CREATE INDEX CONCURRENTLY orders_day ON orders (day);
