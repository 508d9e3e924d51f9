-- case: dropped first
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), shop_id bigint, KEY by_name (name));
-- file: 2.sql
-- finds: replace-index-drop-before-create "ALTER TABLE users DROP INDEX by_name, ADD INDEX by_name (name, shop_id);"
DROP INDEX by_name ON users;
CREATE INDEX by_name ON users (name, shop_id);

-- case: in one statement
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), shop_id bigint, KEY by_name (name));
-- file: 2.sql
ALTER TABLE users DROP INDEX by_name, ADD INDEX by_name (name, shop_id);
