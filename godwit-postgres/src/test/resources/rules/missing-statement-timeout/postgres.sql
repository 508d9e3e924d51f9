-- case: as the page shows it
-- finds: missing-statement-timeout
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- case: the safer way
SET statement_timeout = '5s';
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
