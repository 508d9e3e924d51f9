-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
-- file: 2.sql
-- finds: alter-column-type-rewrite
ALTER TABLE orders ALTER COLUMN pieces TYPE bigint;

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
-- file: 2.sql
ALTER TABLE orders ADD COLUMN pieces_new bigint;
-- file: 3.sql
UPDATE orders SET pieces_new = pieces WHERE pieces_new IS NULL AND id BETWEEN 1 AND 10000;

-- case: types that store the same
CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(50), total numeric(10,2));
-- file: 2.sql
ALTER TABLE orders ALTER COLUMN note TYPE varchar(200);
ALTER TABLE orders ALTER COLUMN note TYPE text;
ALTER TABLE orders ALTER COLUMN total TYPE numeric(14,2);

-- case: of two actions one is free
CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(50), pieces int);
-- file: 2.sql
-- finds: alter-column-type-rewrite "pieces"
ALTER TABLE orders ALTER COLUMN note TYPE text, ALTER COLUMN pieces TYPE bigint;
