-- case: as the page shows it
-- finds: autovacuum-disabled
ALTER TABLE events SET (autovacuum_enabled = false);

-- case: the safer way
ALTER TABLE events SET (autovacuum_vacuum_cost_delay = 10);

-- case: switched on again in the same file
ALTER TABLE events SET (autovacuum_enabled = false);
ALTER TABLE events RESET (autovacuum_enabled);

-- case: from the start
-- finds: autovacuum-disabled
CREATE TABLE events (id bigint PRIMARY KEY) WITH (autovacuum_enabled = off);
