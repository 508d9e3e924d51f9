-- case: as the page shows it
-- finds: drop-primary-key
ALTER TABLE orders DROP CONSTRAINT orders_pkey;

-- case: the safer way
CREATE UNIQUE INDEX CONCURRENTLY orders_key ON orders (number);
ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_key;

-- case: it has another name
CREATE TABLE orders (id bigint, CONSTRAINT main PRIMARY KEY (id));
-- file: 2.sql
-- finds: drop-primary-key
ALTER TABLE orders DROP CONSTRAINT main;
