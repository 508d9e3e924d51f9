-- case: as the page shows it
CREATE TABLE shops (id bigint PRIMARY KEY);
-- finds: fk-type-mismatch
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id int REFERENCES shops (id));

-- case: the safer way
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));

-- case: names of the same type
CREATE TABLE shops (id serial PRIMARY KEY, code varchar(10) UNIQUE);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id int4 REFERENCES shops (id), code text REFERENCES shops (code));
