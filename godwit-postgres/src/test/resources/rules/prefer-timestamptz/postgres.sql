-- case: as the page shows it
-- finds: prefer-timestamptz
CREATE TABLE visits (id bigint PRIMARY KEY, at timestamp);

-- case: the safer way
CREATE TABLE visits (id bigint PRIMARY KEY, at timestamptz);

-- case: written in full
CREATE TABLE visits (id bigint PRIMARY KEY, at timestamp(3) with time zone);
-- finds: prefer-timestamptz
ALTER TABLE visits ADD COLUMN until timestamp without time zone;
