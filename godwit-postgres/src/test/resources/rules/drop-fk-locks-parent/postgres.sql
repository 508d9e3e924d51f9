-- case: as the page shows it
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id));
-- file: 2.sql
-- finds: drop-fk-locks-parent
ALTER TABLE orders DROP CONSTRAINT orders_shop;

-- case: the safer way
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops (id));
-- file: 2.sql
SET lock_timeout = '1s';

-- case: the constraint is a check
CREATE TABLE orders (id bigint PRIMARY KEY, paid int, CONSTRAINT paid_positive CHECK (paid > 0));
-- file: 2.sql
ALTER TABLE orders DROP CONSTRAINT paid_positive;
