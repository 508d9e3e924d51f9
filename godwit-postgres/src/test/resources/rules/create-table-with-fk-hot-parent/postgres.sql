-- case: as the page shows it
-- finds: create-table-with-fk-hot-parent
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint);
-- file: 2.sql
SET lock_timeout = '1s';
ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;

-- case: both are new
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));
