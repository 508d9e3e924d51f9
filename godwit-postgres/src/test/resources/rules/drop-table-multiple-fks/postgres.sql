-- case: as the page shows it
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id), user_id bigint REFERENCES users (id));
-- file: 2.sql
-- finds: drop-table-multiple-fks
DROP TABLE visits;

-- case: the safer way
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id), user_id bigint REFERENCES users (id));
-- file: 2.sql
ALTER TABLE visits DROP CONSTRAINT visits_shop_id_fkey;
-- file: 3.sql
ALTER TABLE visits DROP CONSTRAINT visits_user_id_fkey;
-- file: 4.sql
DROP TABLE visits;

-- case: one foreign key
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint PRIMARY KEY, shop_id bigint REFERENCES shops (id));
-- file: 2.sql
DROP TABLE visits;
