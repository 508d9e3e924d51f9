-- case: money
-- finds: mysql-float-money "orders.total_price"
CREATE TABLE orders (id bigint PRIMARY KEY, total_price float);
-- finds: mysql-float-money
ALTER TABLE users ADD COLUMN balance double NOT NULL DEFAULT 0;

-- case: exact, or no money
CREATE TABLE orders (id bigint PRIMARY KEY, total_price decimal(12,2), weight double, totality float);
