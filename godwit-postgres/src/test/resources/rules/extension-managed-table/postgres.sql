-- case: as the page shows it
SELECT create_hypertable('readings', 'at');
-- file: 2.sql
-- finds: extension-managed-table
ALTER TABLE readings ADD COLUMN unit text;

-- case: the safer way
SELECT create_hypertable('readings', 'at');
-- file: 2.sql
SELECT add_retention_policy('readings', interval '1 year');

-- case: an extension's own schema
-- finds: extension-managed-table
ALTER TABLE cron.job ADD COLUMN note text;

-- case: another table
SELECT create_hypertable('readings', 'at');
ALTER TABLE users ADD COLUMN phone text;
