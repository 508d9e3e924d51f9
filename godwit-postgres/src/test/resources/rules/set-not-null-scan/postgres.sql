-- case: as the page shows it
-- finds: set-not-null-scan
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: the safer way
ALTER TABLE users ADD CONSTRAINT email_present CHECK (email IS NOT NULL) NOT VALID;
-- file: 2.sql
ALTER TABLE users VALIDATE CONSTRAINT email_present;
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT email_present;

-- case: an earlier migration has proved it
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT present CHECK (email IS NOT NULL));
-- file: 2.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: a check that is not validated proves nothing
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- file: 2.sql
ALTER TABLE users ADD CONSTRAINT present CHECK (email IS NOT NULL) NOT VALID;
-- file: 3.sql
-- finds: set-not-null-scan "ACCESS EXCLUSIVE on users"
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: before 12 a check proves nothing
-- server: postgres:11
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT present CHECK (email IS NOT NULL));
-- file: 2.sql
-- finds: set-not-null-scan "before PostgreSQL 12"
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY, email text);
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
