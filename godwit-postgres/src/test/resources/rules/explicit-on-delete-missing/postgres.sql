-- case: as the page shows it
-- finds: explicit-on-delete-missing
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id) ON DELETE RESTRICT);
