-- case: as the page shows it
-- finds: rename-column
ALTER TABLE users RENAME COLUMN mail TO email;

-- case: the safer way
ALTER TABLE users ADD COLUMN email text;
-- file: 2.sql
UPDATE users SET email = mail WHERE email IS NULL AND id BETWEEN 1 AND 10000;

-- case: the same migration has added it
ALTER TABLE users ADD COLUMN mail text;
ALTER TABLE users RENAME COLUMN mail TO email;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY, mail text);
ALTER TABLE users RENAME mail TO email;
