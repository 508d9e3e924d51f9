-- case: as the page shows it
CREATE TABLE shops (id bigint PRIMARY KEY);
-- finds: foreign-key-missing-index
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));

-- case: the safer way
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));
CREATE INDEX orders_shop ON orders (shop_id);

-- case: a later migration makes it
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));
-- file: 2.sql
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id, id);

-- case: a partial index does not serve
CREATE TABLE shops (id bigint PRIMARY KEY);
-- finds: foreign-key-missing-index "orders"
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));
CREATE INDEX orders_shop ON orders (shop_id) WHERE id > 5;

-- case: the primary key begins with it
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE shop_names (shop_id bigint REFERENCES shops (id), language text, PRIMARY KEY (shop_id, language));

-- case: of a table that is not known nothing is said
ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
