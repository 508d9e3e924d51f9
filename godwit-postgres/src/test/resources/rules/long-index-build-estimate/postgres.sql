-- case: minutes
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, status text)
-- measures: orders rows=600_000_000 bytes=90_000_000_000
-- finds: long-index-build-estimate "min"
CREATE INDEX CONCURRENTLY orders_status ON orders (status);

-- case: seconds
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, status text)
-- measures: orders rows=1_000_000 bytes=100_000_000
CREATE INDEX CONCURRENTLY orders_status ON orders (status);
