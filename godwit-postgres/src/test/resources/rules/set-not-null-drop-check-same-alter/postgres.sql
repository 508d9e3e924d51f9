-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT present CHECK (email IS NOT NULL));
-- file: 2.sql
-- finds: set-not-null-drop-check-same-alter
ALTER TABLE users ALTER COLUMN email SET NOT NULL, DROP CONSTRAINT present;

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT present CHECK (email IS NOT NULL));
-- file: 2.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT present;

-- case: another check is dropped
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT present CHECK (email IS NOT NULL), CONSTRAINT short CHECK (length(email) < 99));
-- file: 2.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL, DROP CONSTRAINT short;
