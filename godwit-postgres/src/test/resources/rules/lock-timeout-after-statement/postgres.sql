-- case: as the page shows it
ALTER TABLE users ADD COLUMN phone text;
-- finds: lock-timeout-after-statement
SET lock_timeout = '2s';

-- case: the safer way
SET lock_timeout = '2s';
ALTER TABLE users ADD COLUMN phone text;
