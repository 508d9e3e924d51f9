-- case: as the page shows it
-- finds: prefer-pg18-not-null-not-valid
ALTER TABLE users ADD CONSTRAINT email_present CHECK (email IS NOT NULL) NOT VALID;

-- case: the safer way
ALTER TABLE users ADD CONSTRAINT email_present NOT NULL email NOT VALID;
-- file: 2.sql
ALTER TABLE users VALIDATE CONSTRAINT email_present;

-- case: older servers do not have it
-- server: postgres:17
ALTER TABLE users ADD CONSTRAINT email_present CHECK (email IS NOT NULL) NOT VALID;
