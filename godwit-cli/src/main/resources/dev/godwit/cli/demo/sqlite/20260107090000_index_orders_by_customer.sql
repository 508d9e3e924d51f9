CREATE INDEX orders_customer_id ON orders (customer_id);

-- godwit:down
DROP INDEX orders_customer_id;
