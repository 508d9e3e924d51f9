-- case: as the page shows it
-- finds: data-dependent-not-null
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: the safer way
ALTER TABLE users ADD CONSTRAINT email_present CHECK (email IS NOT NULL) NOT VALID;
-- file: 2.sql
UPDATE users SET email = '' WHERE email IS NULL AND id BETWEEN 1 AND 10000;
-- file: 3.sql
ALTER TABLE users VALIDATE CONSTRAINT email_present;
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: the same file fills it
UPDATE users SET email = '' WHERE email IS NULL;
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
