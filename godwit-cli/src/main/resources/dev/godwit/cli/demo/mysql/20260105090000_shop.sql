CREATE TABLE customers (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    name varchar(100) NOT NULL,
    email varchar(100) NOT NULL,
    country varchar(10) NOT NULL
);

CREATE TABLE products (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    name varchar(100) NOT NULL,
    price decimal(10, 2) NOT NULL
);

CREATE TABLE orders (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    customer_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity integer NOT NULL,
    status varchar(20) NOT NULL,
    ordered_on date NOT NULL DEFAULT (current_date),
    FOREIGN KEY (product_id) REFERENCES products (id)
);

CREATE TABLE digits (digit integer PRIMARY KEY);

INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);

CREATE VIEW numbers AS
SELECT a.digit + 10 * b.digit + 100 * c.digit + 1000 * d.digit + 10000 * e.digit + 100000 * f.digit AS n
FROM digits a, digits b, digits c, digits d, digits e, digits f
WHERE f.digit < 2;

INSERT INTO customers (name, email, country)
SELECT concat('Customer ', n), concat('customer', n, '@example.com'), elt(1 + n % 4, 'de', 'fr', 'NL', 'at')
FROM numbers
WHERE n < 20000;

INSERT INTO products (name, price)
SELECT concat('Product ', n), 1 + n % 100
FROM numbers
WHERE n < 1000;

INSERT INTO orders (customer_id, product_id, quantity, status, ordered_on)
SELECT 1 + n % 20000, 1 + n % 1000, 1 + n % 5, 'paid', date '2026-01-01' - INTERVAL n % 365 DAY
FROM numbers;

DROP VIEW numbers;

DROP TABLE digits;
