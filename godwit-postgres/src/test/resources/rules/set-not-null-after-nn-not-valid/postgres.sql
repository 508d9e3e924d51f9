-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- file: 2.sql
ALTER TABLE users ADD CONSTRAINT email_present NOT NULL email NOT VALID;
-- file: 3.sql
-- finds: set-not-null-after-nn-not-valid
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- file: 2.sql
ALTER TABLE users ADD CONSTRAINT email_present NOT NULL email NOT VALID;
-- file: 3.sql
ALTER TABLE users VALIDATE CONSTRAINT email_present;
