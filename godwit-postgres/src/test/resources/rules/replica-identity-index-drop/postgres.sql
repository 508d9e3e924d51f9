-- case: as the page shows it
CREATE TABLE visits (shop_id bigint NOT NULL, at timestamptz NOT NULL);
CREATE UNIQUE INDEX visits_key ON visits (shop_id, at);
ALTER TABLE visits REPLICA IDENTITY USING INDEX visits_key;
-- file: 2.sql
-- finds: replica-identity-index-drop
DROP INDEX CONCURRENTLY visits_key;

-- case: the safer way
CREATE TABLE visits (shop_id bigint NOT NULL, at timestamptz NOT NULL);
CREATE UNIQUE INDEX visits_key ON visits (shop_id, at);
ALTER TABLE visits REPLICA IDENTITY USING INDEX visits_key;
-- file: 2.sql
ALTER TABLE visits REPLICA IDENTITY FULL;
-- file: 3.sql
DROP INDEX CONCURRENTLY visits_key;

-- case: another index
CREATE TABLE visits (shop_id bigint NOT NULL, at timestamptz NOT NULL);
CREATE UNIQUE INDEX visits_key ON visits (shop_id, at);
CREATE INDEX visits_at ON visits (at);
ALTER TABLE visits REPLICA IDENTITY USING INDEX visits_key;
-- file: 2.sql
DROP INDEX CONCURRENTLY visits_at;
