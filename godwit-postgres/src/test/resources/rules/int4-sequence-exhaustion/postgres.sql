-- case: two thirds are used up
-- live: CREATE TABLE orders (id serial PRIMARY KEY, status text)
-- sequence: orders_id_seq 1_500_000_000
-- finds-in-folder: int4-sequence-exhaustion "orders.id"
SELECT 1;

-- case: there is room
-- live: CREATE TABLE orders (id serial PRIMARY KEY, status text)
-- sequence: orders_id_seq 1_000_000
SELECT 1;

-- case: 64 bits
-- live: CREATE TABLE orders (id bigserial PRIMARY KEY, status text)
-- sequence: orders_id_seq 1_500_000_000
SELECT 1;
