-- case: as the page shows it
-- finds: replica-identity-full
ALTER TABLE visits REPLICA IDENTITY FULL;

-- case: the safer way
CREATE UNIQUE INDEX CONCURRENTLY visits_key ON visits (shop_id, at);
ALTER TABLE visits REPLICA IDENTITY USING INDEX visits_key;

-- case: other identities
ALTER TABLE visits REPLICA IDENTITY DEFAULT;
ALTER TABLE visits REPLICA IDENTITY NOTHING;
