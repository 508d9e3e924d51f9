-- case: as the page shows it
-- finds: missing-idempotency-guard
CREATE TABLE shops (id bigint PRIMARY KEY);

-- case: the safer way
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY);

-- case: between BEGIN and COMMIT
BEGIN;
CREATE TABLE shops (id bigint PRIMARY KEY);
COMMIT;

-- case: others of its kind
-- finds: missing-idempotency-guard
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE users ADD COLUMN IF NOT EXISTS fax text, DROP CONSTRAINT IF EXISTS named;
-- finds: missing-idempotency-guard
DROP INDEX CONCURRENTLY users_fax;
DROP TABLE IF EXISTS scratch;
