-- case: as the page shows it
-- finds: reindex-blocking
REINDEX TABLE orders;

-- case: the safer way
REINDEX TABLE CONCURRENTLY orders;

-- case: before 12
-- server: postgres:11
-- finds: reindex-blocking "beside the old one"
REINDEX INDEX orders_shop;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY);
REINDEX TABLE orders;
