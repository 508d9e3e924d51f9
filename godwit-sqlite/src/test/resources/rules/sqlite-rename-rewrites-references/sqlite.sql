-- case: as the page shows it
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
-- finds: sqlite-rename-rewrites-references "the foreign keys of orders"
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users (id, email) SELECT id, email FROM users_old;
DROP TABLE users_old;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: nothing is known of the table
-- finds: sqlite-rename-rewrites-references "foreign keys, triggers and views that name users"
ALTER TABLE users RENAME TO users_backup;
CREATE TABLE users (id INTEGER PRIMARY KEY);

-- case: moved aside, the rest is in another file
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
-- finds: sqlite-rename-rewrites-references
ALTER TABLE users RENAME TO _old_users;

-- case: with the old behaviour nothing follows while foreign keys are off
PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY);

-- case: while they are on, references follow all the same
PRAGMA foreign_keys = ON;
PRAGMA legacy_alter_table = ON;
-- finds: sqlite-rename-rewrites-references
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY);

-- case: a new name for good
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
ALTER TABLE users RENAME TO accounts;
