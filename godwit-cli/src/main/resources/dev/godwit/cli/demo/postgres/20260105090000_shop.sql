CREATE TABLE customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL,
    country text NOT NULL
);

CREATE TABLE products (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    price numeric(10, 2) NOT NULL
);

CREATE TABLE orders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity integer NOT NULL,
    status text NOT NULL,
    ordered_on date NOT NULL DEFAULT current_date
);

INSERT INTO customers (name, email, country)
SELECT 'Customer ' || n, 'customer' || n || '@example.com', (ARRAY['de', 'fr', 'NL', 'at'])[1 + n % 4]
FROM generate_series(1, 20000) AS n;

INSERT INTO products (name, price)
SELECT 'Product ' || n, 1 + n % 100
FROM generate_series(1, 1000) AS n;

INSERT INTO orders (customer_id, product_id, quantity, status, ordered_on)
SELECT 1 + n % 20000, 1 + n % 1000, 1 + n % 5, 'paid', date '2026-01-01' - n % 365
FROM generate_series(1, 500000) AS n;

ALTER TABLE orders
    ADD FOREIGN KEY (customer_id) REFERENCES customers,
    ADD FOREIGN KEY (product_id) REFERENCES products;
