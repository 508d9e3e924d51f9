-- case: as the page shows it
-- finds: missing-lock-timeout
ALTER TABLE users ADD COLUMN phone text;

-- case: the safer way
SET lock_timeout = '1s';
ALTER TABLE users ADD COLUMN phone text;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users ADD COLUMN phone text;

-- case: nobody waits
CREATE INDEX CONCURRENTLY users_phone ON users (phone);
