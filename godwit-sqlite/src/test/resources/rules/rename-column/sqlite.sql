-- case: another case is no other name
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
-- file: 2.sql
ALTER TABLE users RENAME COLUMN email TO Email;
-- finds: rename-column
ALTER TABLE users RENAME COLUMN name TO full_name;
