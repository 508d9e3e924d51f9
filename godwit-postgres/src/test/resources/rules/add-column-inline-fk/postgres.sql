-- case: as the page shows it
-- finds: add-column-inline-fk
ALTER TABLE orders ADD COLUMN shop_id bigint REFERENCES shops (id);

-- case: the safer way
ALTER TABLE orders ADD COLUMN shop_id bigint;
-- file: 2.sql
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
-- file: 3.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_shop;
