-- case: as the page shows it
CREATE TABLE orders (id bigint, shop_id bigint, day date) PARTITION BY RANGE (day);
CREATE TABLE orders_2024 PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- file: 2.sql
-- finds: create-index-partitioned-parent
CREATE INDEX orders_shop ON orders (shop_id);

-- case: the safer way
CREATE TABLE orders (id bigint, shop_id bigint, day date) PARTITION BY RANGE (day);
CREATE TABLE orders_2024 PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- file: 2.sql
CREATE INDEX orders_shop ON ONLY orders (shop_id);
-- file: 3.sql
CREATE INDEX CONCURRENTLY orders_2024_shop ON orders_2024 (shop_id);
ALTER INDEX orders_shop ATTACH PARTITION orders_2024_shop;

-- case: CONCURRENTLY is refused
CREATE TABLE orders (id bigint, shop_id bigint, day date) PARTITION BY RANGE (day);
-- file: 2.sql
-- finds: create-index-partitioned-parent "refuses"
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);
