-- case: as the page shows it
-- finds: fk-enforced-flip
ALTER TABLE orders ALTER CONSTRAINT orders_shop ENFORCED;

-- case: the safer way
ALTER TABLE orders ADD CONSTRAINT orders_shop_enforced FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
-- file: 2.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_shop_enforced;

-- case: other changes of a constraint
ALTER TABLE orders ALTER CONSTRAINT orders_shop DEFERRABLE INITIALLY DEFERRED;
