-- case: as the page shows it
-- finds: add-column-not-null-no-default
ALTER TABLE users ADD COLUMN phone text NOT NULL;

-- case: the safer way
ALTER TABLE users ADD COLUMN phone text NOT NULL DEFAULT '';

-- case: columns that fill themselves
ALTER TABLE users ADD COLUMN total numeric NOT NULL GENERATED ALWAYS AS (a + b) STORED;
ALTER TABLE users ADD COLUMN number bigserial NOT NULL;

-- case: a default of NULL is none
-- finds: add-column-not-null-no-default "phone"
ALTER TABLE users ADD COLUMN phone text NOT NULL DEFAULT NULL;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users ADD COLUMN phone text NOT NULL;
