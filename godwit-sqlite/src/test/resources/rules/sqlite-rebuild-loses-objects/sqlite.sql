-- case: as the page shows it
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX users_email ON users (email);
CREATE TRIGGER users_log AFTER DELETE ON users BEGIN INSERT INTO log VALUES (old.id); END;
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
-- finds: sqlite-rebuild-loses-objects "index users_email, trigger users_log go with the old users"
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX users_email ON users (email);
CREATE TRIGGER users_log AFTER DELETE ON users BEGIN INSERT INTO log VALUES (old.id); END;
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
CREATE INDEX users_email ON users (email);
CREATE TRIGGER users_log AFTER DELETE ON users BEGIN INSERT INTO log VALUES (old.id); END;

-- case: AUTOINCREMENT and views
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT);
CREATE VIEW mails AS SELECT email FROM users;
-- file: 2.sql
DROP VIEW mails;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
-- finds: sqlite-rebuild-loses-objects "view mails, AUTOINCREMENT go"
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: what the file drops first, and what the old table takes with it
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX users_email ON users (email);
-- file: 2.sql
-- finds: sqlite-rebuild-loses-objects "CREATE INDEX users_email ON users (email);"
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users (id, email) SELECT id, email FROM users_old;
DROP TABLE users_old;

-- case: another index that does the same, or a column that is gone
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, fax TEXT, name TEXT);
CREATE INDEX a ON users (email);
CREATE INDEX b ON users (fax);
CREATE INDEX c ON users (name);
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
INSERT INTO new_users (id, email, name) SELECT id, email, name FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
CREATE INDEX a2 ON users (email);
CREATE UNIQUE INDEX c2 ON users (name, email);

-- case: a table that goes for good
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX users_email ON users (email);
-- file: 2.sql
DROP TABLE users;
