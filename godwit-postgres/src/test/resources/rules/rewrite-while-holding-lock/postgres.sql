-- case: as the page shows it
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
-- finds: rewrite-while-holding-lock
CREATE INDEX orders_shop ON orders (shop_id);
COMMIT;

-- case: the safer way
ALTER TABLE users ADD COLUMN phone text;
-- file: 2.sql
CREATE INDEX CONCURRENTLY orders_shop ON orders (shop_id);
