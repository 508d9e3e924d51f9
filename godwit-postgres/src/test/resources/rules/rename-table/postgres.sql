-- case: as the page shows it
-- finds: rename-table
ALTER TABLE users RENAME TO people;

-- case: the safer way
BEGIN;
ALTER TABLE users RENAME TO people;
CREATE VIEW users AS SELECT * FROM people;
COMMIT;

-- case: a table takes the other's place
BEGIN;
ALTER TABLE users RENAME TO users_old;
ALTER TABLE users_new RENAME TO users;
COMMIT;

-- case: an index may be renamed
ALTER INDEX users_email RENAME TO users_by_email;
