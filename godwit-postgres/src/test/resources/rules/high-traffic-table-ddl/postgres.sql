-- case: everybody reads it
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, status text)
-- measures: orders rows=1_000_000 bytes=100_000_000 reads=900_000_000 writes=50_000_000
-- finds: high-traffic-table-ddl "orders"
ALTER TABLE orders DROP COLUMN status;

-- case: a quiet one
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, status text)
-- measures: orders rows=1_000_000 bytes=100_000_000 reads=90_000 writes=5
ALTER TABLE orders DROP COLUMN status;
