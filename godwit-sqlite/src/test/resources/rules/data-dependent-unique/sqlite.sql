-- case: a table that is made anew was unique before
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
CREATE UNIQUE INDEX users_email ON users (email);
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT);
INSERT INTO new_users (id, email, name) SELECT id, email, name FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
CREATE UNIQUE INDEX users_email ON users (email);
-- finds: data-dependent-unique
CREATE UNIQUE INDEX users_name ON users (name);
