-- case: as the page shows it
-- finds: not-enforced-constraint
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id) NOT ENFORCED;

-- case: the safer way
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
