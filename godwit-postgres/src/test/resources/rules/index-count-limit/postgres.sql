-- case: another number
-- option: index-count-limit indexes = 2
CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int);
CREATE INDEX orders_a ON orders (a);
-- finds: index-count-limit "3 indexes"
CREATE INDEX orders_b ON orders (b);
