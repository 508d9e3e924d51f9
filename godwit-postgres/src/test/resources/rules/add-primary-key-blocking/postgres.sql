-- case: as the page shows it
-- finds: add-primary-key-blocking
ALTER TABLE events ADD PRIMARY KEY (id);

-- case: the safer way
ALTER TABLE events ADD CONSTRAINT id_present CHECK (id IS NOT NULL) NOT VALID;
-- file: 2.sql
ALTER TABLE events VALIDATE CONSTRAINT id_present;
-- file: 3.sql
CREATE UNIQUE INDEX CONCURRENTLY events_pkey ON events (id);
ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY USING INDEX events_pkey;

-- case: the table is new
CREATE TABLE events (id bigint NOT NULL);
ALTER TABLE events ADD PRIMARY KEY (id);
