CREATE TABLE daily_sales (
    day date PRIMARY KEY,
    orders bigint NOT NULL,
    revenue decimal(14, 2) NOT NULL
);

INSERT INTO daily_sales (day, orders, revenue)
SELECT orders.ordered_on, count(*), sum(orders.quantity * products.price)
FROM orders
JOIN products ON products.id = orders.product_id
GROUP BY orders.ordered_on;

-- godwit:down
DROP TABLE daily_sales;
