-- case: as the page shows it
ALTER TABLE users ADD COLUMN phone text;
-- finds: merge-alter-table
ALTER TABLE users ADD COLUMN fax text;

-- case: the safer way
ALTER TABLE users ADD COLUMN phone text, ADD COLUMN fax text;

-- case: SET NOT NULL and the drop of its proof stay apart
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT email_present;

-- case: different tables
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE orders ADD COLUMN phone text;
