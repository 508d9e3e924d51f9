-- case: as the page shows it
ALTER TABLE users ADD COLUMN phone text;
UPDATE users SET phone = '' WHERE id BETWEEN 1 AND 10000;
-- finds: old-new-app-window
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;

-- case: the safer way
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE users ALTER COLUMN phone SET DEFAULT '';
-- file: 2.sql
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;

-- case: it has a default by then
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE users ALTER COLUMN phone SET DEFAULT '';
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;
