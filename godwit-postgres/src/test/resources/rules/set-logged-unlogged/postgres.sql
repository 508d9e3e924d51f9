-- case: as the page shows it
-- finds: set-logged-unlogged
ALTER TABLE sessions SET UNLOGGED;

-- case: the safer way
CREATE UNLOGGED TABLE sessions_new (id bigint PRIMARY KEY, data jsonb);
