-- case: half a billion rows are read
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, status text, CONSTRAINT known CHECK (status <> '') NOT VALID)
-- measures: orders rows=500_000_000 bytes=80_000_000_000
-- finds: large-table-ddl "orders"
ALTER TABLE orders VALIDATE CONSTRAINT known;
ALTER TABLE orders ADD COLUMN note text;

-- case: a small table
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, status text, CONSTRAINT known CHECK (status <> '') NOT VALID)
-- measures: orders rows=300 bytes=40_000
ALTER TABLE orders VALIDATE CONSTRAINT known;

-- case: no server is asked
CREATE INDEX CONCURRENTLY orders_status ON orders (status);
