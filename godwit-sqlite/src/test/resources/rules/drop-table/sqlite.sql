-- case: a table that is made anew is not gone
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
-- file: 3.sql
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO users (id, email) SELECT id, email FROM users_old;
DROP TABLE users_old;

-- case: unless rows are left behind, or all of them
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO new_users SELECT id, email FROM users WHERE email IS NOT NULL;
-- finds: drop-table
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
-- file: 3.sql
-- finds: drop-table
DROP TABLE users;
CREATE TABLE users (id INTEGER PRIMARY KEY);
