CREATE TABLE customers (
    id integer PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL,
    country text NOT NULL
);

CREATE TABLE products (
    id integer PRIMARY KEY,
    name text NOT NULL,
    price integer NOT NULL
);

CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers,
    product_id integer NOT NULL REFERENCES products,
    quantity integer NOT NULL,
    status text NOT NULL,
    ordered_on text NOT NULL DEFAULT current_date
);

WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000)
INSERT INTO customers (name, email, country)
SELECT 'Customer ' || n, 'customer' || n || '@example.com', CASE n % 4 WHEN 0 THEN 'de' WHEN 1 THEN 'fr' WHEN 2 THEN 'NL' ELSE 'at' END
FROM numbers;

WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
INSERT INTO products (name, price)
SELECT 'Product ' || n, 100 + n % 100
FROM numbers;

WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200000)
INSERT INTO orders (customer_id, product_id, quantity, status, ordered_on)
SELECT 1 + n % 20000, 1 + n % 1000, 1 + n % 5, 'paid', date('2026-01-01', '-' || (n % 365) || ' days')
FROM numbers;
