-- case: as the page shows it
-- finds: unqualified-name
CREATE TABLE orders (id bigint PRIMARY KEY);

-- case: the safer way
CREATE TABLE shop.orders (id bigint PRIMARY KEY);

-- case: temporary tables have their own
CREATE TEMPORARY TABLE scratch (id bigint);
