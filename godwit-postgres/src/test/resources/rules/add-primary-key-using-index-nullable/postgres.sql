-- case: as the page shows it
CREATE TABLE events (id bigint, at timestamptz);
-- file: 2.sql
CREATE UNIQUE INDEX CONCURRENTLY events_pkey ON events (id);
-- file: 3.sql
-- finds: add-primary-key-using-index-nullable
ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY USING INDEX events_pkey;

-- case: the safer way
CREATE TABLE events (id bigint, at timestamptz);
-- file: 2.sql
CREATE UNIQUE INDEX CONCURRENTLY events_pkey ON events (id);
-- file: 3.sql
ALTER TABLE events ADD CONSTRAINT id_present CHECK (id IS NOT NULL) NOT VALID;
-- file: 4.sql
ALTER TABLE events VALIDATE CONSTRAINT id_present;
ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY USING INDEX events_pkey;

-- case: the column is NOT NULL
CREATE TABLE events (id bigint NOT NULL);
-- file: 2.sql
CREATE UNIQUE INDEX CONCURRENTLY events_pkey ON events (id);
ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY USING INDEX events_pkey;
