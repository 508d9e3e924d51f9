-- case: as the page shows it
-- finds: on-delete-cascade
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id) ON DELETE CASCADE);

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id) ON DELETE RESTRICT);
