-- case: as the page shows it
BEGIN;
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
-- finds: fk-validate-in-same-transaction
ALTER TABLE orders VALIDATE CONSTRAINT orders_shop;
COMMIT;

-- case: the safer way
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
-- file: 2.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_shop;

-- case: whoever runs the file makes one transaction of it
ALTER TABLE orders ADD CONSTRAINT paid CHECK (paid >= 0) NOT VALID;
-- finds: fk-validate-in-same-transaction "ACCESS EXCLUSIVE"
ALTER TABLE orders VALIDATE CONSTRAINT paid;

-- case: each statement by itself
-- transaction: none
ALTER TABLE orders ADD CONSTRAINT paid CHECK (paid >= 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT paid;
