-- case: to write rows keeps every other writer out anyway
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- file: 2.sql
ALTER TABLE users ADD COLUMN name TEXT;
-- finds: unbatched-backfill "every other write to the database waits"
UPDATE users SET name = email WHERE name IS NULL;
