-- case: as the page shows it
-- finds: drop-not-null
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;

-- case: the safer way
-- godwit:allow drop-not-null -- release 42 copes with NULL
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;

-- case: the same migration has added the column
ALTER TABLE users ADD COLUMN phone text NOT NULL DEFAULT '';
ALTER TABLE users ALTER COLUMN phone DROP NOT NULL;
