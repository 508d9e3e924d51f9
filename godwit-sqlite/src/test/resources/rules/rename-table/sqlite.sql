-- case: nobody knows the name of a table that the file has made
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
-- file: 3.sql
-- finds: rename-table
ALTER TABLE users RENAME TO accounts;
