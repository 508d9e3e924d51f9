-- case: as the page shows it
CREATE TABLE shops (id int PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id int REFERENCES shops (id));
-- file: 2.sql
-- finds: alter-type-fk-recheck
ALTER TABLE orders ALTER COLUMN shop_id TYPE bigint;

-- case: the safer way
CREATE TABLE shops (id int PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id int REFERENCES shops (id));
-- file: 2.sql
ALTER TABLE orders ADD COLUMN shop_id_new bigint;

-- case: no foreign key uses it
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id int);
-- file: 2.sql
ALTER TABLE orders ALTER COLUMN shop_id TYPE bigint;
