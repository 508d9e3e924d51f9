-- case: as the page shows it
-- finds: standby-conflict-aex
ALTER TABLE users ADD COLUMN phone text;

-- case: the safer way
SHOW max_standby_streaming_delay;

-- case: a weaker lock
CREATE INDEX CONCURRENTLY users_phone ON users (phone);
