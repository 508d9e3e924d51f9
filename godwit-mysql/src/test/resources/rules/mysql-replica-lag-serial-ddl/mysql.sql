-- case: a large table
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)
-- measures: orders rows=80000000 bytes=9_000_000_000
-- finds: mysql-replica-lag-serial-ddl "replicas stand still"
ALTER TABLE orders ADD INDEX orders_user (user_id);
ALTER TABLE orders ADD COLUMN amount int;

-- case: a smaller one
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)
-- measures: orders rows=800000 bytes=90_000_000
ALTER TABLE orders ADD INDEX orders_user (user_id);

-- case: its size is not known
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD INDEX orders_user (user_id);

-- case: another rule speaks of it
-- live: CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)
-- measures: orders rows=80000000 bytes=9_000_000_000
-- finds: mysql-algorithm-copy
ALTER TABLE orders MODIFY user_id int;
