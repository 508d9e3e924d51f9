-- case: the table that others refer to is exchanged
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id));
-- file: 2.sql
CREATE TABLE users_new (id bigint PRIMARY KEY);
-- finds: mysql-foreign-key-parent-rename "the foreign keys of orders point to users_old from now on"
RENAME TABLE users TO users_old, users_new TO users;

-- case: in two statements, with checks off
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id));
-- file: 2.sql
SET foreign_key_checks = 0;
-- finds: mysql-foreign-key-parent-rename "DROP FOREIGN KEY orders_user"
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id bigint PRIMARY KEY);

-- case: nobody refers to it
CREATE TABLE users (id bigint PRIMARY KEY);
-- file: 2.sql
CREATE TABLE users_new (id bigint PRIMARY KEY);
RENAME TABLE users TO users_old, users_new TO users;

-- case: the foreign keys follow, and that is what is wanted
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id));
-- file: 2.sql
RENAME TABLE users TO people;
