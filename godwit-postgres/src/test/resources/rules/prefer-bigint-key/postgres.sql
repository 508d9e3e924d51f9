-- case: as the page shows it
-- finds: prefer-bigint-key
CREATE TABLE orders (id serial PRIMARY KEY);

-- case: the safer way
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);

-- case: a plain number is no key
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);

-- case: keys in other places
-- finds: prefer-bigint-key "shop_id"
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id int REFERENCES shops (id));
-- finds: prefer-bigint-key "number"
CREATE TABLE lines (number int, note text, PRIMARY KEY (number));
