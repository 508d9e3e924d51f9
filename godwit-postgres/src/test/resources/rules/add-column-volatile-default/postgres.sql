-- case: as the page shows it
-- finds: add-column-volatile-default
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();

-- case: the safer way
ALTER TABLE orders ADD COLUMN token uuid;
ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid();
-- file: 2.sql
UPDATE orders SET token = gen_random_uuid() WHERE token IS NULL AND id BETWEEN 1 AND 10000;

-- case: a value that is the same for all rows
ALTER TABLE orders ADD COLUMN placed timestamptz NOT NULL DEFAULT now();
ALTER TABLE orders ADD COLUMN total numeric DEFAULT 0, ADD COLUMN note text DEFAULT 'none';

-- case: a function that nobody knows may be volatile
-- finds: add-column-volatile-default "each row"
ALTER TABLE orders ADD COLUMN code text DEFAULT new_code();

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();

-- case: before 11 any default is written into every row
-- server: postgres:10
-- finds: add-column-volatile-default "before PostgreSQL 11"
ALTER TABLE orders ADD COLUMN pieces int DEFAULT 1;

-- case: from 11 on a constant is kept in the catalog
-- server: postgres:11
ALTER TABLE orders ADD COLUMN pieces int DEFAULT 1;
