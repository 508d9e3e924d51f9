-- case: as the page shows it
-- finds: add-column-serial
ALTER TABLE events ADD COLUMN number bigserial;

-- case: the safer way
CREATE SEQUENCE events_number_seq;
ALTER TABLE events ADD COLUMN number bigint;
ALTER TABLE events ALTER COLUMN number SET DEFAULT nextval('events_number_seq');
-- file: 2.sql
UPDATE events SET number = nextval('events_number_seq') WHERE number IS NULL AND id BETWEEN 1 AND 10000;

-- case: a new table
CREATE TABLE events (id bigserial PRIMARY KEY);
