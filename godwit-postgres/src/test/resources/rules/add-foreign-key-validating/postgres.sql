-- case: as the page shows it
-- finds: add-foreign-key-validating
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id);

-- case: the safer way
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
-- file: 2.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_shop;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint);
ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops (id);

-- case: a partitioned table
-- server: postgres:17
CREATE TABLE orders (id bigint, shop_id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
INSERT INTO orders SELECT * FROM old_orders;
-- file: 2.sql
-- finds: add-foreign-key-validating "each partition"
ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops (id);
