-- case: as the page shows it
ALTER TABLE users ADD COLUMN active boolean NOT NULL DEFAULT true;
-- finds: drop-default-not-null-same-migration
ALTER TABLE users ALTER COLUMN active DROP DEFAULT;

-- case: the safer way
ALTER TABLE users ADD COLUMN active boolean NOT NULL DEFAULT true;

-- case: a nullable column
ALTER TABLE users ADD COLUMN active boolean DEFAULT true;
ALTER TABLE users ALTER COLUMN active DROP DEFAULT;
