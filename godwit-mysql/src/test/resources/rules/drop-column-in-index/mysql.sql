-- case: indexes with other columns
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, day date, number int, KEY shop_day (shop_id, day), UNIQUE KEY shop_number (shop_id, number));
-- file: 2.sql
-- finds: drop-column-in-index "shop_day goes on without day"
ALTER TABLE orders DROP COLUMN day;
-- file: 3.sql
-- finds: drop-column-in-index "(error 1062)"
ALTER TABLE orders DROP COLUMN number;

-- case: an index that goes with it, or is dropped too
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, day date, KEY day (day), KEY shop_day (shop_id, day));
-- file: 2.sql
ALTER TABLE orders DROP INDEX shop_day, DROP COLUMN day, ADD INDEX shop (shop_id);
