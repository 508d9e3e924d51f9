-- case: as the page shows it
-- finds: ddl-in-do-block
DO $$ BEGIN EXECUTE 'ALTER TABLE ' || quote_ident(current_setting('app.table')) || ' ADD COLUMN phone text'; END $$;

-- case: the safer way
ALTER TABLE users ADD COLUMN IF NOT EXISTS phone text;

-- case: a strong lock within
-- finds: ddl-in-do-block "held until all of it is done"
DO $$ BEGIN ALTER TABLE users ADD COLUMN phone text; EXCEPTION WHEN duplicate_column THEN NULL; END $$;

-- case: nothing that others notice
DO $$ BEGIN CREATE TYPE mood AS ENUM ('sad'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN RAISE NOTICE 'hello'; END $$;
