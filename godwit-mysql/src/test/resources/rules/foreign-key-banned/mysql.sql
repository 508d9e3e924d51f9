-- case: foreign keys
-- finds: foreign-key-banned "orders and users"
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id));
-- finds: foreign-key-banned
ALTER TABLE shops ADD CONSTRAINT shops_owner FOREIGN KEY (owner_id) REFERENCES users (id);

-- case: none
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, KEY (user_id));
ALTER TABLE orders DROP FOREIGN KEY orders_user;
