CREATE INDEX orders_customer_id ON orders (customer_id) ALGORITHM = INPLACE LOCK = NONE;

-- godwit:down
DROP INDEX orders_customer_id ON orders;
