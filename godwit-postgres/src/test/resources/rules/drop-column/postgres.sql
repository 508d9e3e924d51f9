-- case: as the page shows it
-- finds: drop-column
ALTER TABLE users DROP COLUMN fax;

-- case: the safer way
-- godwit:allow drop-column -- no release since 41 uses it
ALTER TABLE users DROP COLUMN fax;

-- case: the same migration has added it
ALTER TABLE users ADD COLUMN draft text;
ALTER TABLE users DROP COLUMN draft;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY, fax text);
ALTER TABLE users DROP COLUMN fax;

-- case: one of several actions
-- finds: drop-column "fax"
ALTER TABLE users ADD COLUMN phone text, DROP COLUMN IF EXISTS fax;
