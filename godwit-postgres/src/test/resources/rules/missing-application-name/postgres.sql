-- case: as the page shows it
-- finds: missing-application-name
ALTER TABLE users ADD COLUMN phone text;

-- case: the safer way
SET application_name = 'migration add phone';
ALTER TABLE users ADD COLUMN phone text;
