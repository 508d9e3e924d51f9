-- case: a large table
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)
-- measures: orders rows=80000000 bytes=9_000_000_000
-- finds: mysql-replica-lag-serial-ddl
ALTER TABLE orders FORCE;
