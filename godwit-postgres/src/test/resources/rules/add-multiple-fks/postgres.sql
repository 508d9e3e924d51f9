-- case: as the page shows it
-- finds: add-multiple-fks
ALTER TABLE visits ADD FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID, ADD FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

-- case: the safer way
ALTER TABLE visits ADD FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
-- file: 2.sql
ALTER TABLE visits ADD FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

-- case: two statements of one transaction
ALTER TABLE visits ADD FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
-- finds: add-multiple-fks "users"
ALTER TABLE visits ADD FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

-- case: the tables are new
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint PRIMARY KEY, shop_id bigint, user_id bigint);
ALTER TABLE visits ADD FOREIGN KEY (shop_id) REFERENCES shops (id), ADD FOREIGN KEY (user_id) REFERENCES users (id);
