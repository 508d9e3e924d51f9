-- case: as the page shows it
CREATE TABLE visits (id bigint PRIMARY KEY, at timestamp);
-- file: 2.sql
-- finds: alter-type-timezone-dependent
ALTER TABLE visits ALTER COLUMN at TYPE timestamptz;

-- case: the safer way
CREATE TABLE visits (id bigint PRIMARY KEY, at timestamp);
-- file: 2.sql
SET timezone = 'UTC';
ALTER TABLE visits ALTER COLUMN at TYPE timestamptz;

-- case: before 12 also in UTC
-- server: postgres:11
CREATE TABLE visits (id bigint PRIMARY KEY, at timestamp);
-- file: 2.sql
SET timezone = 'UTC';
-- finds: alter-type-timezone-dependent "before PostgreSQL 12"
ALTER TABLE visits ALTER COLUMN at TYPE timestamptz;

-- case: another zone
CREATE TABLE visits (id bigint PRIMARY KEY, at timestamptz);
-- file: 2.sql
SET timezone = 'Europe/Oslo';
-- finds: alter-type-timezone-dependent
ALTER TABLE visits ALTER COLUMN at TYPE timestamp;
