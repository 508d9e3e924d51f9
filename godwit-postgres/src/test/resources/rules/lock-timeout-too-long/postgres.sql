-- case: as the page shows it
-- finds: lock-timeout-too-long
SET lock_timeout = '5min';
ALTER TABLE users ADD COLUMN phone text;

-- case: the safer way
SET lock_timeout = '2s';
ALTER TABLE users ADD COLUMN phone text;

-- case: none at all
-- finds: lock-timeout-too-long "0"
SET lock_timeout = 0;
ALTER TABLE users ADD COLUMN phone text;

-- case: nothing needs it, as in a dump
SET lock_timeout = 0;
CREATE TABLE users (id bigint PRIMARY KEY);
