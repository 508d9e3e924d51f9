ALTER TABLE orders ALTER COLUMN id TYPE bigint;
CREATE INDEX orders_customer_id ON orders (customer_id);
